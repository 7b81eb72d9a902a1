package org.zhibao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes what a person did into the trail, in the transaction that does it. */
@Service
public class AuditTrail {

    /** The person, as the trail names it. */
    public record Who(String userId, String name, String role, String area) {
    }

    private static final int DETAIL_LENGTH = 4000;

    private final AuditEntries entries;
    private final Clock clock;

    AuditTrail(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Adds one row.
     *
     * @param who     who acted
     * @param action  what was done, such as {@code RETURN}
     * @param subject to what, such as {@code filing/2026Q3/183810013}
     * @param detail  anything a reader years later needs; cut at 4,000 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Who who, String action, String subject, String detail) {
        String cut = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
        entries.save(new AuditEntry(clock.instant(), who, address(), action, subject, cut));
    }

    /** Everything that was done to a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        return entries.findBySubjectOrderById(subject);
    }

    private static String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getRemoteAddr();
        }
        return "";
    }
}
