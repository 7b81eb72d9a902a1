package org.zhibao.filing.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.web.PortalAddress;

/** Submitted revisions on paper, each with its receipt. */
@Component
public class RevisionPrints {

    /** A printed revision and the number of its receipt. */
    public record Print(String receipt, byte[] pdf) {
    }

    private final FilingDesk desk;
    private final ReportPrint print;
    private final PortalAddress portal;

    RevisionPrints(FilingDesk desk, ReportPrint print, PortalAddress portal) {
        this.desk = desk;
        this.print = print;
        this.portal = portal;
    }

    /** One revision; refused with 403 outside the caller's area, with 404 if there is none of this number. */
    public Print of(long filingId, int number, Actor actor, Locale locale) {
        FilingDossier dossier = desk.dossierOf(filingId, number, actor);
        List<RevisionSummary> revisions = dossier.revisions();
        RevisionSummary revision = revisions.get(revisions.size() - 1);
        return new Print(revision.receipt(), print.pdf(dossier, revision, verification(revision), locale));
    }

    private String verification(RevisionSummary revision) {
        return portal.of(UriComponentsBuilder.fromPath("/receipts").queryParam("receipt", revision.receipt())
                .queryParam("sha256", revision.sha256()).toUriString());
    }
}
