package org.zhibao.notice;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notices as mails and text messages read: in Chinese. */
@Component
class NoticeLetters {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final MessageSource messages;
    private final String baseUrl;

    NoticeLetters(MessageSource messages, NoticeProperties properties) {
        this.messages = messages;
        this.baseUrl = properties.baseUrl().replaceAll("/+$", "");
    }

    OutgoingMessage letter(DeliveryStore.Taken taken, String to) {
        String title = text("notice." + taken.kind() + ".title", taken.arguments());
        StringBuilder body = new StringBuilder(text("notice." + taken.kind() + ".text", taken.arguments()));
        if (!taken.note().isEmpty()) {
            body.append("\n\n").append(text("notice.mail.note", List.of(taken.note())));
        }
        body.append("\n\n").append(baseUrl.isEmpty() ? text("notice.mail.sign-in", List.of())
                : text("notice.mail.link", List.of(baseUrl + taken.link())));
        return new OutgoingMessage(id(taken.id()), to, text("notice.mail.subject", List.of(title)), body.toString());
    }

    /** To see whether a channel works. */
    OutgoingMessage test(String id, String to) {
        return new OutgoingMessage(id, to, text("notice.mail.subject", List.of(text("notice.test.title", List.of()))),
                text("notice.test.text", List.of()));
    }

    static String id(long delivery) {
        return "delivery-" + delivery;
    }

    private String text(String key, List<String> arguments) {
        return messages.getMessage(key, arguments.toArray(), CHINESE);
    }
}
