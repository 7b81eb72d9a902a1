package org.zhibao.filing.workbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.filing.Stage;
import org.zhibao.indicator.FigureValidator;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.registry.SourceKind;
import org.zhibao.web.PresentationSamples;
import org.zhibao.web.TextSamples;

/** Workbooks of a made-up paper mill, and what people do to them. */
final class WorkbookSamples {

    static final IndicatorCatalogue CATALOGUE = new IndicatorCatalogue();
    static final ObjectMapper JSON = new ObjectMapper();
    static final WorkbookWriter WRITER = new WorkbookWriter(CATALOGUE, TextSamples.texts(),
            PresentationSamples.presentation(
                    Clock.fixed(Instant.parse("2026-10-01T04:00:00Z"), ZoneOffset.UTC)), JSON);
    static final WorkbookReader READER = new WorkbookReader(JSON);
    static final Intake INTAKE = new Intake(new CellCleaner(CATALOGUE), new FigureValidator(CATALOGUE));

    private WorkbookSamples() {
    }

    static Figures figures() {
        try (InputStream yaml = WorkbookSamples.class.getResourceAsStream("/demo/golden/paper-mill.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, Figures.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static ReportDocument document() {
        return new ReportDocument(figures().values(), figures().rows(), Map.of(),
                new ReportDocument.Signatories("张三", "李四", ""));
    }

    static FilingDossier dossier() {
        return dossier(document(), "183810013", "2026Q3");
    }

    static FilingDossier dossier(ReportDocument document, String orgCode, String period) {
        Set<SourceKind> kinds = Arrays.stream(figures().values().get("A21").split(",")).map(SourceKind::valueOf)
                .collect(Collectors.toSet());
        FilingSummary summary = new FilingSummary(7, orgCode, "湘岭纸业", period, "430100", "430102", Stage.FILL_IN,
                FilingStatus.DRAFTING, Instant.parse("2026-10-08T15:59:59Z"), false, false, null, null, "task", 0, null);
        return new FilingDossier(summary, new FilingDossier.UnitCard(orgCode, "", "湘岭纸业", "430100", "长沙市", "430102",
                "芙蓉区", "2221"), new FilingDossier.PeriodCard(period, 2026, 3, LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30)), CATALOGUE.formFor(kinds), document, 3, figures(), Figures.EMPTY, List.of(),
                List.of(), List.of(), List.of(), Optional.empty(), List.of());
    }

    static byte[] workbook() {
        return WRITER.workbook(dossier(), Locale.SIMPLIFIED_CHINESE);
    }

    /** What is read from a file, beside the draft it was downloaded from. */
    static Intake.Taken taken(byte[] file) {
        try (XSSFWorkbook workbook = READER.open(file)) {
            READER.seal(workbook, dossier());
            return INTAKE.take(READER.read(workbook, dossier()), dossier().form());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The file after somebody has worked on it. */
    static byte[] edited(byte[] file, Consumer<XSSFWorkbook> work) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            work.accept(workbook);
            return WorkbookWriter.bytes(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The cell to write an indicator's value in. */
    static Cell cell(Workbook workbook, String code) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                if (sheet.getSheetName().startsWith(code.substring(0, 1)) && code.equals(PoiCells.text(sheet,
                        row.getRowNum(), Layout.CODE))) {
                    return row.getCell(Layout.VALUE, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
        }
        throw new IllegalArgumentException("no row of " + code);
    }

    /** A cell of a table. */
    static Cell cell(Workbook workbook, String sheet, int row, int column) {
        return workbook.getSheet(sheet).getRow(Layout.FIRST_ROW + row)
                .getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The file with its parts changed or added; a part that becomes null is left out. */
    static byte[] repacked(byte[] file, UnaryOperator<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = new TreeMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
             ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            for (Map.Entry<String, byte[]> part : change.apply(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] withPart(byte[] file, String name, String content) {
        return repacked(file, parts -> {
            parts.put(name, content.getBytes(StandardCharsets.UTF_8));
            return parts;
        });
    }

    static byte[] withText(byte[] file, String part, String text, String replacement) {
        return repacked(file, parts -> {
            String content = new String(parts.get(part), StandardCharsets.UTF_8);
            if (!content.contains(text)) {
                throw new IllegalArgumentException(part + " has no " + text);
            }
            parts.put(part, content.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
            return parts;
        });
    }
}
