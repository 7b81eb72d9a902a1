package org.zhibao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhibao.audit.AuditEntry.Outcome;

/** Writes what a person did into the trail, in the transaction that does it. */
@Service
public class AuditTrail {

    /** The person, as the trail names it. */
    public record Who(String userId, String name, String role, String area) {

        /** Nobody: what the platform does by itself. */
        public static final Who SYSTEM = new Who("system", "system", "SYSTEM", "");
    }

    /**
     * What was done.
     *
     * @param action  such as {@code RETURN}
     * @param subject to what, such as {@code filing/2026Q3/183810013}
     * @param before  what it was like before, {@code after} afterwards; both empty where that says nothing, never a secret
     * @param detail  anything else a reader years later needs; each text is cut at 4,000 characters
     */
    public record Deed(String action, String subject, String before, String after, String detail) {

        /** One that changes nothing that could be put side by side. */
        public Deed(String action, String subject, String detail) {
            this(action, subject, "", "", detail);
        }
    }

    private static final String DOWNLOAD = "DOWNLOAD";

    private final AuditEntries entries;
    private final Clock clock;

    AuditTrail(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Adds one row about what was done; see {@link Deed}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Who who, String action, String subject, String detail) {
        record(who, new Deed(action, subject, detail));
    }

    /** Adds one row about what was done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Who who, Deed deed) {
        entries.save(new AuditEntry(clock.instant(), who, address(), deed, Outcome.DONE));
    }

    /** Adds one row about what was tried and refused, in a transaction of its own: the one that was refused is undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Who who, String address, Deed deed) {
        entries.save(new AuditEntry(clock.instant(), who, address, deed, Outcome.REFUSED));
    }

    /** Adds one row about a file that was handed out in an answer that has been sent. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void handedOut(Who who, String address, String subject, String detail) {
        entries.save(new AuditEntry(clock.instant(), who, address, new Deed(DOWNLOAD, subject, detail), Outcome.DONE));
    }

    /** Everything that was done to a subject, oldest first; not what was refused or only read. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        return entries.findBySubjectAndOutcomeAndActionNotOrderById(subject, Outcome.DONE, DOWNLOAD);
    }

    private static String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getRemoteAddr();
        }
        return "";
    }
}
