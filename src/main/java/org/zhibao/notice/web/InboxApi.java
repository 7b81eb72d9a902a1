package org.zhibao.notice.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.notice.Inbox;
import org.zhibao.notice.NoticeKind;
import org.zhibao.web.RefusalTexts;

/** A person's messages through the API. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxApi {

    /** A message in the reader's language; {@code readAt} is null while unread. */
    record Message(long id, NoticeKind kind, String title, String text, String note, String link, Instant createdAt,
                   Instant readAt) {
    }

    /** The latest first; {@code next} is null on the last page. */
    record Page(List<Message> messages, long total, long unread, Long next) {
    }

    /** How many messages were marked read. */
    record Read(int read) {
    }

    private final Inbox inbox;
    private final RefusalTexts texts;

    InboxApi(Inbox inbox, RefusalTexts texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    /** @param before {@code next} of the page before */
    @GetMapping
    Page messages(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) Long before,
                  @RequestParam(defaultValue = "30") int size, Actor actor, Locale locale) {
        Inbox.Page page = inbox.page(actor, unread, before, size);
        return new Page(page.items().stream().map(item -> message(item, locale)).toList(), page.total(),
                page.unread(), page.next());
    }

    /** Marks one message read. */
    @PostMapping("/{id}/read")
    Message read(@PathVariable long id, Actor actor, Locale locale) {
        return message(inbox.open(id, actor), locale);
    }

    /** Marks all messages read. */
    @PostMapping("/read")
    Read readAll(Actor actor) {
        return new Read(inbox.readAll(actor));
    }

    private Message message(Inbox.Item item, Locale locale) {
        return new Message(item.id(), item.kind(), texts.of(item.title(), locale), texts.of(item.text(), locale),
                item.note(), item.link(), item.createdAt(), item.readAt());
    }
}
