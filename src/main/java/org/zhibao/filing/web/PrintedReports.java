package org.zhibao.filing.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.PortalAddress;

/** Reports as PDF: every submitted revision, and the enterprise's own draft. */
@Controller
class PrintedReports {

    private final FilingDesk desk;
    private final ReportPrint print;
    private final PortalAddress portal;

    PrintedReports(FilingDesk desk, ReportPrint print, PortalAddress portal) {
        this.desk = desk;
        this.print = print;
        this.portal = portal;
    }

    @GetMapping({"/filings/{id}/revisions/{number}/report.pdf", "/api/v1/filings/{id}/revisions/{number}/report.pdf"})
    ResponseEntity<byte[]> revision(@PathVariable long id, @PathVariable int number, Actor actor, Locale locale) {
        FilingDossier dossier = desk.dossierOf(id, number, actor);
        List<RevisionSummary> revisions = dossier.revisions();
        RevisionSummary revision = revisions.get(revisions.size() - 1);
        return answer(revision.receipt(), print.pdf(dossier, revision, verification(revision), locale));
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

    private String verification(RevisionSummary revision) {
        return portal.of(UriComponentsBuilder.fromPath("/receipts").queryParam("receipt", revision.receipt())
                .queryParam("sha256", revision.sha256()).toUriString());
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] pdf) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"").body(pdf);
    }
}
