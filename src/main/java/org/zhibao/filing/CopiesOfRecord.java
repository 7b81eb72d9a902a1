package org.zhibao.filing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;

/** Reads what is on record. */
@Component
class CopiesOfRecord {

    private final FilingRevisions revisions;
    private final RecordCodec codec;

    CopiesOfRecord(FilingRevisions revisions, RecordCodec codec) {
        this.revisions = revisions;
        this.codec = codec;
    }

    /** The copy of record of a revision; empty if there is none of this number. */
    Optional<CopyOfRecord> find(long filingId, int number) {
        return revisions.findByFilingIdAndNumber(filingId, number).map(r -> codec.copyOfRecord(r.content()));
    }

    /** Its figures; {@link Figures#EMPTY} if there is none of this number. */
    Figures figures(long filingId, int number) {
        return find(filingId, number).map(record -> record.document().figures()).orElse(Figures.EMPTY);
    }

    /** The figures in a revision's content; one that was damaged says nothing. */
    Figures figures(byte[] content) {
        ReportDocument document = codec.copyOfRecord(content).document();
        return document == null ? Figures.EMPTY : document.figures();
    }
}
