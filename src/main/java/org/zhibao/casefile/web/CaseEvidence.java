package org.zhibao.casefile.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.casefile.CaseEvent;
import org.zhibao.casefile.CaseFiles;
import org.zhibao.casefile.CaseHistory;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.attachment.Attachment;
import org.zhibao.filing.attachment.Attachments;
import org.zhibao.filing.web.RevisionPrints;
import org.zhibao.filing.web.RevisionViews;
import org.zhibao.web.Languages;

/**
 * The evidence of a case as one ZIP: the case on paper and as JSON, every copy of record as the bytes that were hashed and
 * on paper, the files beside it, the models it ran by. In Chinese, the language of the record.
 */
@Component
class CaseEvidence {

    private static final String SCHEMA = "zhibao-case-1";
    private static final Locale LANGUAGE = Languages.CHINESE;

    /** What {@code case.json} says. */
    record Document(String schema, FilingSummary filing, List<CaseHistory.Run> runs, List<RevisionSummary> receipts,
                    List<RevisionViews.View> revisions, List<Told> timeline) {
    }

    /** An entry for programs, with its title for people. */
    record Told(int number, CaseEvent event, String title) {
    }

    private final CaseFiles files;
    private final CaseWords words;
    private final FilingDesk desk;
    private final RevisionViews revisions;
    private final RevisionPrints prints;
    private final Attachments attachments;
    private final CasePrint paper;
    private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

    CaseEvidence(CaseFiles files, CaseWords words, FilingDesk desk, RevisionViews revisions, RevisionPrints prints,
                 Attachments attachments, CasePrint paper) {
        this.files = files;
        this.words = words;
        this.desk = desk;
        this.revisions = revisions;
        this.prints = prints;
        this.attachments = attachments;
        this.paper = paper;
    }

    /** The bundle, all of one moment. */
    @Transactional(readOnly = true)
    public byte[] zip(FilingSummary filing, Actor actor) {
        long id = filing.id();
        List<CaseEvent> timeline = files.happened(filing);
        List<CaseWords.Entry> entries = words.entries(timeline, revisions.cellNames(id, actor, LANGUAGE), LANGUAGE);
        List<CaseHistory.Run> runs = files.runs(filing);
        List<RevisionSummary> receipts = desk.revisions(id, actor);
        List<RevisionViews.View> views = receipts.stream().map(r -> revisions.of(id, r.number(), actor, LANGUAGE)).toList();
        List<Told> told = new ArrayList<>();
        entries.forEach(e -> told.add(new Told(e.number(), timeline.get(e.number() - 1), e.title())));
        Map<String, byte[]> all = new TreeMap<>();
        all.put("case.json", bytes(new Document(SCHEMA, filing, runs, receipts, views, told)));
        all.put("case.pdf", paper.pdf(filing, runs, views, entries, lastMoment(timeline)));
        for (RevisionSummary receipt : receipts) {
            String folder = "revisions/" + receipt.number() + "/";
            all.put(folder + "record.json", desk.record(id, receipt.number(), actor));
            all.put(folder + "report.pdf", prints.of(id, receipt.number(), actor, LANGUAGE).pdf());
        }
        for (Attachment file : attachments.of(id, actor)) {
            all.put("attachments/" + file.id() + "-" + file.fileName(), attachments.read(id, file.id(), actor).bytes());
        }
        runs.forEach(run -> all.put("processes/filing-v" + run.version() + ".bpmn", files.diagram(filing, run.id())));
        return EvidenceZip.of(filing.period(), filing.orgCode(), all);
    }

    private static Instant lastMoment(List<CaseEvent> timeline) {
        return timeline.isEmpty() ? Instant.EPOCH : timeline.get(timeline.size() - 1).at();
    }

    private byte[] bytes(Document document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
