package org.zhibao.notice;

import java.util.List;
import org.zhibao.account.Actor;

/**
 * A notice to be written.
 *
 * @param cause     what it comes from; the same person is told of one cause once
 * @param arguments of the messages of its kind
 * @param note      what a person wrote: a reason, a sentence; empty if nothing
 * @param link      where the case is, an address within the portal
 * @param filingId  the filing it is about; null if of many
 * @param urgingId  the urging it comes from; null if none
 */
record NoticeDraft(String cause, NoticeKind kind, Actor recipient, List<String> arguments, String note, String link,
                   Long filingId, Long urgingId) {

    String causeForRecipient() {
        return cause + "/" + recipient.userId();
    }
}
