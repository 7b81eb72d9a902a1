package org.zhibao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhibao.audit.Sha256;

/** A page on paper is the same whenever it is made. */
class PdfPagesTest {

    private static final String PAGE = "<html><head><title>案卷</title><style>body { font-family: report; }</style></head>"
            + "<body><p>同一案卷 %s</p></body></html>";
    private static final Instant THEN = Instant.parse("2026-10-08T01:00:00Z");

    private final PdfPages pages = new PdfPages();

    @Test
    void thePageOfAMomentHasTheSameBytesHoweverOftenItIsMade() {
        assertThat(hash("1", THEN)).isEqualTo(hash("1", THEN));
    }

    @Test
    void anotherTextOrMomentGivesOthers() {
        assertThat(hash("1", THEN)).isNotEqualTo(hash("2", THEN)).isNotEqualTo(hash("1", THEN.plusSeconds(1)));
    }

    private String hash(String text, Instant made) {
        return Sha256.of(pages.pdf(PAGE.formatted(text), made));
    }
}
