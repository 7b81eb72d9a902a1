package org.zhibao.casefile;

import java.util.List;
import org.zhibao.filing.FilingSummary;

/** Knows some entries of a case's timeline. */
interface CaseSource {

    /** All it knows, oldest first. */
    List<CaseEvent> of(FilingSummary filing);
}
