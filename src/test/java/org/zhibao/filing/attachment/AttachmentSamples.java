package org.zhibao.filing.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small files of every kind that may be attached, and of some that may not. */
public final class AttachmentSamples {

    private static final String TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/word/document.xml" ContentType="%s"/></Types>""";
    private static final String TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private AttachmentSamples() {
    }

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] image(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("日报").createRow(0).createCell(0).setCellValue("停产");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] text(String... morePart) {
        return document(TEXT, morePart);
    }

    public static byte[] textWithMacros() {
        return document("application/vnd.ms-word.document.macroEnabled.main+xml", "word/vbaProject.bin", "x");
    }

    private static byte[] document(String type, String... morePart) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES.formatted(type));
        parts.put("word/document.xml", "<?xml version=\"1.0\"?><document/>");
        for (int i = 0; i + 1 < morePart.length; i += 2) {
            parts.put(morePart[i], morePart[i + 1]);
        }
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
