package org.zhibao.cover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.AuditTrail.Deed;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingHandover;
import org.zhibao.refusal.Refusal;

/**
 * Leave cover (请假代办): from the first day on a colleague of the same area has what the absent reviewer had claimed,
 * until then and with due date and timer as they were. What is claimed later stays with who claims it. It ends by itself
 * after the last day, or when somebody ends it; what was handed over stays with the colleague.
 */
@Service
@Transactional
public class LeaveCovers {

    /** Rows of the list. */
    public static final int SHOWN = 50;

    private static final Logger LOG = LoggerFactory.getLogger(LeaveCovers.class);
    /** The newest, and how many there are. */
    public record Shown(List<CoverSummary> covers, long total) {
    }

    private final Covers covers;
    private final CoverRights rights;
    private final Accounts accounts;
    private final FilingHandover handover;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeaveCovers(Covers covers, CoverRights rights, Accounts accounts, FilingHandover handover, JdbcClient database,
                AuditTrail audit, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.covers = covers;
        this.rights = rights;
        this.accounts = accounts;
        this.handover = handover;
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The actor's own covers, or those of an administrator's area. */
    @Transactional(readOnly = true)
    public Shown shown(Actor actor) {
        rights.requireMayOpen(actor);
        String area = actor.areaPrefix() + "%";
        boolean manages = actor.role() == Role.ADMIN;
        List<LeaveCover> found = manages ? covers.in(area, Limit.of(SHOWN)) : covers.of(actor.userId(), Limit.of(SHOWN));
        return new Shown(found.stream().map(LeaveCover::summary).toList(),
                manages ? covers.countIn(area) : covers.countOf(actor.userId()));
    }

    /** Whom the actor may choose: colleagues, or for an administrator all reviewers of the area. */
    @Transactional(readOnly = true)
    public List<Actor> choices(Actor actor) {
        rights.requireMayOpen(actor);
        return rights.choices(actor).toList();
    }

    /**
     * Sets leave cover; what begins today begins at once.
     *
     * @return its id
     * @throws Refusal if the actor may not, who is to stand in cannot, or the days are impossible or taken
     */
    public long set(CoverRequest request, Actor actor) {
        Actor absent = rights.requireAbsent(request.absent(), actor);
        Actor colleague = colleague(request, absent);
        LocalDate today = today();
        CoverCheck.requireDays(request, today);
        CoverCheck.requireReason(request.reason());
        // whoever sets something for one of the two at the same time waits
        database.sql("select user_id from account where user_id in (:both) order by user_id for update")
                .param("both", List.of(absent.userId(), colleague.userId())).query(String.class).list();
        CoverCheck.requireNoConflict(request, absent, colleague,
                covers.current(absent.userId(), colleague.userId(), today));
        LeaveCover cover = covers.saveAndFlush(new LeaveCover(absent, colleague, request, actor, clock.instant()));
        audit.record(actor.who(), new Deed("COVER_SET", cover.subject(), "", colleague.userId(), "cover " + cover.id() + ", "
                + request.firstDay() + " to " + request.lastDay() + ": " + request.reason().strip()));
        if (!request.firstDay().isAfter(today)) {
            begin(cover, actor.who());
        }
        return cover.id();
    }

    /** Ends cover before its time. */
    public void end(long id, Actor actor) {
        rights.requireMayOpen(actor);
        LeaveCover cover = covers.lock(id).orElseThrow(() -> Refusal.notFound("cover.unknown", String.valueOf(id)));
        rights.requireMayEnd(cover, actor);
        if (cover.state() == CoverState.ENDED) {
            throw Refusal.conflict("cover.ended-already");
        }
        end(cover, actor, actor.who(), "before its time");
    }

    /**
     * Hands over for covers whose first day has come; those whose last day is over end. Gives how many that were. Each is
     * a transaction of its own: one that fails holds up no other and is tried again with the next look.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int catchUp() {
        LocalDate today = today();
        return (int) Stream.concat(covers.over(today).stream(), covers.due(today).stream()).distinct()
                .filter(id -> caughtUp(id, today)).count();
    }

    private boolean caughtUp(long id, LocalDate today) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> covers.lock(id).filter(c -> moved(c, today)).isPresent()));
        } catch (RuntimeException failed) {
            LOG.error("cover {} could not begin or end", id, failed);
            return false;
        }
    }

    private boolean moved(LeaveCover cover, LocalDate today) {
        if (cover.state() == CoverState.ENDED) {
            return false;
        }
        if (cover.summary().lastDay().isBefore(today)) {
            end(cover, null, AuditTrail.Who.SYSTEM, "its last day is over");
            return true;
        }
        if (cover.state() != CoverState.PLANNED) {
            return false;
        }
        begin(cover, AuditTrail.Who.SYSTEM);
        return true;
    }

    private void begin(LeaveCover cover, AuditTrail.Who by) {
        Actor colleague = accounts.actor(cover.colleague()).filter(found -> CoverRights.reviews(found, cover.area()))
                .orElse(null);
        if (colleague == null) {
            end(cover, null, by, cover.colleague() + " does not review there any more");
            return;
        }
        cover.begun(handover.handOver(cover.absent(), colleague, "cover " + cover.id(), by), clock.instant());
        events.publishEvent(new CoverBegun(cover.summary()));
    }

    private void end(LeaveCover cover, Actor by, AuditTrail.Who who, String why) {
        cover.ended(by, clock.instant());
        audit.record(who, new Deed("COVER_ENDED", cover.subject(), cover.colleague(), "",
                "cover " + cover.id() + ": " + why));
    }

    private Actor colleague(CoverRequest request, Actor absent) {
        if (absent.userId().equals(request.colleague())) {
            throw Refusal.field("colleague", "cover.oneself");
        }
        return rights.colleagues(absent).stream().filter(a -> a.userId().equals(request.colleague())).findFirst()
                .orElseThrow(() -> Refusal.field("colleague", "cover.not-of-area"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
