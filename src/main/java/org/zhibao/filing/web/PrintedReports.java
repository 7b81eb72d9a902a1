package org.zhibao.filing.web;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.refusal.Refusal;

/** Reports as PDF: every submitted revision, and the enterprise's own draft. */
@Controller
class PrintedReports {

    private final FilingDesk desk;
    private final ReportPrint print;
    private final RevisionPrints revisions;

    PrintedReports(FilingDesk desk, ReportPrint print, RevisionPrints revisions) {
        this.desk = desk;
        this.print = print;
        this.revisions = revisions;
    }

    @GetMapping({"/filings/{id}/revisions/{number}/report.pdf", "/api/v1/filings/{id}/revisions/{number}/report.pdf"})
    ResponseEntity<byte[]> revision(@PathVariable long id, @PathVariable int number, Actor actor, Locale locale) {
        RevisionPrints.Print printed = revisions.of(id, number, actor, locale);
        return answer(printed.receipt(), printed.pdf());
    }

    /** What the enterprise has written so far, for reading and signing on paper before it submits. */
    @GetMapping("/filings/{id}/draft.pdf")
    ResponseEntity<byte[]> draft(@PathVariable long id, Actor actor, Locale locale) {
        FilingDossier dossier = desk.dossier(id, actor);
        if (dossier.draftVersion() < 0) {
            throw Refusal.notFound("print.no-draft");
        }
        return answer(dossier.period().code() + "-" + dossier.unit().orgCode() + "-draft",
                print.pdf(dossier, null, null, locale));
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] pdf) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"").body(pdf);
    }
}
