package org.zhibao.filing.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.Figures;
import org.zhibao.refusal.Refusal;

/** Whatever is uploaded is read or refused in words; nothing else ever comes out. */
class WorkbookFuzzTest {

    private static final byte[] GOOD = WorkbookSamples.workbook();

    @Property(tries = 150)
    void anyBytesInsideTheArchiveAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = WorkbookSamples.repacked(GOOD, parts -> {
            List<String> names = new ArrayList<>(parts.keySet());
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                String name = names.get(random.nextInt(names.size()));
                parts.put(name, mutated(parts.get(name), random));
            }
            return parts;
        });
        readOrRefused(file);
    }

    @Property(tries = 150)
    void anyBytesOfTheArchiveAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = GOOD.clone();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        readOrRefused(file);
    }

    @Property(tries = 200)
    void anyTextInACellIsTakenCleanedOrRefused(@ForAll("typed") String typed, @ForAll("codes") String code) {
        byte[] csv = Csv.write(List.of(List.of("代码", "本季度"), List.of(code, typed))).getBytes(StandardCharsets.UTF_8);
        Csv read = Csv.read(csv);
        assertThat(read.codes()).containsExactly(code);
        Input input = new Input(code, WorkbookSamples.CATALOGUE.indicator(code).orElseThrow(), read.place(code),
                Raw.text(read.value(code)));
        Intake.Taken taken = WorkbookSamples.INTAKE.take(new ReadFile(List.of(input), Map.of(), Map.of()),
                WorkbookSamples.dossier().form());
        assertThat(taken.figures().values().size() + taken.problems().size()).isLessThanOrEqualTo(1);
        assertThat(taken.over(ReportDocument.EMPTY).values()).isEqualTo(taken.figures().values());
    }

    /** What a draft holds comes back as it was, whatever characters it is made of. */
    @Property(tries = 60)
    void whatIsWrittenIsReadBack(@ForAll("names") String name, @ForAll("numbers") String number) {
        ReportDocument draft = new ReportDocument(Map.of("A10", name, "A27", number, "B07", "NA"),
                Map.of("A26", List.of(Map.of("product_name", name, "product_output", number))), Map.of(),
                ReportDocument.Signatories.NONE);
        byte[] file = WorkbookSamples.WRITER.workbook(WorkbookSamples.dossier(draft, "183810013", "2026Q3"),
                Locale.ENGLISH);
        Intake.Taken taken = WorkbookSamples.taken(file);
        assertThat(taken.problems()).isEmpty();
        ReportDocument read = new ReportDocument(taken.figures().values(), taken.figures().rows(), Map.of(),
                ReportDocument.Signatories.NONE);
        assertThat(new Merge(draft, read, draft).choices()).as("%s", taken.figures()).isEmpty();
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60), Arbitraries.strings().withChars(
                "0123456789.,，。-—+％%吨tкg 　\t\u00A0\u200B１２eE不适用NA=@'").ofMaxLength(14));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("A27", "A10", "A15", "A16", "A17", "A21", "A32", "B07", "E01");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("=+-@'\"<>&_x0041纸业甲 ab12,;\\").ofMinLength(1).ofMaxLength(30)
                .filter(s -> s.equals(s.strip()) && !s.isBlank() && !s.equalsIgnoreCase(Figures.NOT_APPLICABLE));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.bigDecimals().between(java.math.BigDecimal.ZERO, new java.math.BigDecimal("99999999999.99"))
                .ofScale(2).map(java.math.BigDecimal::toPlainString);
    }

    private static void readOrRefused(byte[] file) {
        try {
            assertThat(WorkbookSamples.taken(file).read()).isNotNegative();
        } catch (Refusal refused) {
            assertThat(refused.fields()).hasSize(1);
            assertThat(refused.fields().get(0).text().key()).startsWith("workbook.refused.");
        }
    }

    private static byte[] mutated(byte[] part, Random random) {
        byte[] changed = part.clone();
        for (int i = 0; i < 1 + random.nextInt(8) && changed.length > 0; i++) {
            int at = random.nextInt(changed.length);
            changed[at] = random.nextBoolean() ? (byte) (changed[at] ^ 1) : (byte) ('0' + random.nextInt(75));
        }
        return changed;
    }
}
