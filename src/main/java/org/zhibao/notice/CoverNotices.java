package org.zhibao.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.cover.CoverBegun;
import org.zhibao.cover.CoverSummary;

/** Tells a colleague, in the transaction that does it, whose tasks were handed over and until when. */
@Component
class CoverNotices {

    private final Accounts accounts;
    private final NoticeWriter writer;

    CoverNotices(Accounts accounts, NoticeWriter writer) {
        this.accounts = accounts;
        this.writer = writer;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(CoverBegun begun) {
        CoverSummary cover = begun.cover();
        writer.write(accounts.actor(cover.colleague()).stream().map(colleague -> new NoticeDraft(
                "cover/" + cover.id(), NoticeKind.COVER_BEGUN, colleague, List.of(cover.absentName(),
                        cover.lastDay().toString(), String.valueOf(cover.handedOver())), cover.reason(), "/", null, null))
                .toList());
    }
}
