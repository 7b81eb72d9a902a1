package org.zhibao.filing;

import java.util.List;
import java.util.Set;

/** The files beside the explanations of a report, as its copy of record needs them. */
public interface AttachmentsOnRecord {

    /**
     * Puts on record the files of the explanations that are filed, from now on unchangeable, and forgets those in the draft
     * whose explanation is not.
     *
     * @param keys the explanations filed
     * @return the files of these explanations, those of earlier revisions too
     */
    List<FiledAttachment> file(long filingId, int revision, Set<String> keys);
}
