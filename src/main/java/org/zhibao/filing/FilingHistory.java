package org.zhibao.filing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.Sha256;
import org.zhibao.registry.ReportingUnit;

/** Takes over accepted reports of periods that ran their course elsewhere, as archived filings with their copy of record. */
@Service
public class FilingHistory {

    private final Filings filings;
    private final FilingRevisions revisions;
    private final AcceptedFigures figures;
    private final RecordCodec codec;
    private final WaterTransfers transfers;
    private final FilingActors actors;

    FilingHistory(Filings filings, FilingRevisions revisions, AcceptedFigures figures, RecordCodec codec,
                  WaterTransfers transfers, FilingActors actors) {
        this.actors = actors;
        this.transfers = transfers;
        this.filings = filings;
        this.revisions = revisions;
        this.figures = figures;
        this.codec = codec;
    }

    /** Adds one accepted report of a unit, received at a given time. */
    @Transactional
    public void takeOver(ReportingUnit unit, String period, ReportDocument document, Instant receivedAt) {
        Filing filing = new Filing(unit, period);
        Instant at = receivedAt.truncatedTo(ChronoUnit.MICROS);
        filing.submitted(1, at);
        filing.accepted();
        filing.enter(Stage.ARCHIVED, null, null, at);
        filings.save(filing);
        CopyOfRecord record = new CopyOfRecord(CopyOfRecord.SCHEMA, ReportCheck.receipt(filing, 1), period, 1,
                unit.orgCode(), unit.uscc().orElse(null), unit.name(), unit.cityCode(), unit.countyCode(), at, false,
                unit.orgCode(), unit.name(), null, document, List.of(), Map.of(), List.of());
        byte[] bytes = codec.bytes(record);
        revisions.save(new FilingRevision(filing.id(), record, bytes, Sha256.of(bytes)));
        figures.spread(filing, document.figures());
        transfers.reported(filing, document.figures());
        actors.acted(List.of(filing), at, unit.orgCode());
    }
}
