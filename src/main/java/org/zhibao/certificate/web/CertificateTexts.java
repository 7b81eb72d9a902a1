package org.zhibao.certificate.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.audit.AuditTrail;
import org.zhibao.certificate.ClientCertificate;

/** Who revoked a certificate and why, in the reader's words; templates know it as {@code @certificateTexts}. */
@Component
public class CertificateTexts {

    private static final Pattern CAUSE = Pattern.compile("(roster|registry-change|not-released)(?:/(.+))?");

    private final MessageSource messages;

    CertificateTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The person; the system in words if it did it by itself. */
    public String by(ClientCertificate certificate, Locale locale) {
        String name = certificate.revokedByName();
        return AuditTrail.Who.SYSTEM.name().equals(name) ? messages.getMessage("role.SYSTEM", null, locale) : name;
    }

    /** What the person wrote; in words what the system noted as the cause, such as {@code roster/2026Q3}. */
    public String reason(ClientCertificate certificate, Locale locale) {
        Matcher cause = CAUSE.matcher(certificate.revokedReason());
        return cause.matches() ? messages.getMessage("certificate.cause." + cause.group(1),
                new Object[] {cause.group(2)}, locale) : certificate.revokedReason();
    }
}
