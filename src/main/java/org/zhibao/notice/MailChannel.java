package org.zhibao.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.zhibao.account.DemoMode;

/** Mail by SMTP; the Message-ID is made from the delivery, so that a repeated mail can be told from a second one. */
@Component
class MailChannel implements OutgoingChannel {

    private volatile JavaMailSender server;
    private volatile String from;

    MailChannel(ObjectProvider<JavaMailSender> server, NoticeProperties properties, DemoMode demo) {
        if (!demo.on()) {
            connect(server.getIfAvailable(), properties.mailFrom());
        }
    }

    /** Uses this server from now on; none closes the channel. */
    final void connect(JavaMailSender newServer, String newFrom) {
        server = newServer;
        from = newFrom;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean open() {
        return server != null && from != null && !from.isBlank();
    }

    @Override
    public String target() {
        return server instanceof JavaMailSenderImpl known ? known.getHost() + ":" + known.getPort() : "";
    }

    @Override
    public void send(OutgoingMessage message) throws ChannelFailure {
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.text());
            mail.setHeader("Message-ID", "<" + message.id() + "@" + from.replaceAll(".*@|>.*", "") + ">");
            mail.setHeader("Auto-Submitted", "auto-generated");
            server.send(mail);
        } catch (MessagingException | MailException failed) {
            throw new ChannelFailure(failed.getMessage(), false);
        }
    }
}
