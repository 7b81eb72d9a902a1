package org.zhibao.filing.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhibao.refusal.Refusal;

/** What a file is, by its content; what it is called, without what a name must not hold. */
class FileKindTest {

    @Test
    void everyKindIsToldByItsContent() {
        assertThat(FileKind.of(AttachmentSamples.pdf())).contains(FileKind.PDF);
        assertThat(FileKind.of(AttachmentSamples.image("jpeg"))).contains(FileKind.JPEG);
        assertThat(FileKind.of(AttachmentSamples.image("png"))).contains(FileKind.PNG);
        assertThat(FileKind.of(AttachmentSamples.workbook())).contains(FileKind.XLSX);
        assertThat(FileKind.of(AttachmentSamples.text("word/media/image1.png", "x"))).contains(FileKind.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script></html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ\u0090\u0000",
        "GIF89a...", "%PDF-1.7 cut off before its end", "just words", "\u007fELF"})
    void whatElseIsUploadedIsNoneOfThem(String content) {
        assertThat(FileKind.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void partsOfImagesAndOtherArchivesAreNoneOfThemEither() {
        byte[] image = AttachmentSamples.image("png");
        assertThat(FileKind.of(Arrays.copyOf(image, 20))).isEmpty();
        assertThat(FileKind.of(AttachmentSamples.zip(Map.of("a.xml", "<a/>")))).isEmpty();
    }

    @Test
    void officeDocumentsWithMoreThanTextAreRefused() {
        refused(AttachmentSamples.textWithMacros(), "macros");
        refused(AttachmentSamples.text("word/vbaProject.bin", "x"), "macros");
        refused(AttachmentSamples.text("word/embeddings/oleObject1.bin", "x"), "embedded");
        refused(AttachmentSamples.text("word/_rels/settings.xml.rels", "<Relationships><Relationship Type=\"http://x/attachedTemplate\""
                + " Target=\"http://x/t.dotm\" TargetMode=\"External\"/></Relationships>"), "links");
        refused(Arrays.copyOf(AttachmentSamples.text(), 60), "damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "'C:\\Users\\a\\生产日报.pdf', 生产日报.pdf", "../../etc/passwd.pdf, passwd.pdf", "'a\u202Egnp.pdf', agnp.pdf",
        "'a\u0000b\r\nX: y.pdf', abX_ y.pdf", "'  .pdf', pdf.pdf", "扫描件, 扫描件.pdf", "'', attachment.pdf", "'a\"b;c.pdf', a_b_c.pdf",
        "报告.PDF, 报告.pdf"})
    void aNameKeepsNothingButAName(String given, String kept) {
        assertThat(FileName.of(FileName.clean(given), FileKind.PDF)).isEqualTo(kept);
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        String kept = FileName.of(FileName.clean("长".repeat(300) + ".pdf"), FileKind.PDF);
        assertThat(kept).hasSize(FileName.LENGTH).endsWith("长.pdf");
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> FileKind.of(file)).isInstanceOfSatisfying(Refusal.class,
                r -> assertThat(r.fields().get(0).text().key()).isEqualTo("attachment.refused." + why));
    }
}
