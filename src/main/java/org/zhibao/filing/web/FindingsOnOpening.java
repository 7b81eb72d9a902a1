package org.zhibao.filing.web;

import java.util.List;
import org.zhibao.filing.FilingDossier;
import org.zhibao.rule.Finding;

/** Which findings a page shows when it opens. */
class FindingsOnOpening {

    private FindingsOnOpening() {
    }

    /** All of them, except on a draft that was never submitted: it is not met with a list of its blanks. */
    static List<Finding> of(FilingDossier dossier) {
        return switch (dossier.filing().status()) {
            case NOT_STARTED, DRAFTING -> List.of();
            default -> dossier.findings();
        };
    }
}
