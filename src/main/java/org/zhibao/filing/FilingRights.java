package org.zhibao.filing;

import static org.zhibao.filing.FilingAction.ACCEPT;
import static org.zhibao.filing.FilingAction.ARCHIVE;
import static org.zhibao.filing.FilingAction.CLAIM;
import static org.zhibao.filing.FilingAction.FEED_BACK;
import static org.zhibao.filing.FilingAction.FORWARD;
import static org.zhibao.filing.FilingAction.MINISTRY_FEEDBACK;
import static org.zhibao.filing.FilingAction.RELEASE;
import static org.zhibao.filing.FilingAction.REMARK;
import static org.zhibao.filing.FilingAction.REOPEN;
import static org.zhibao.filing.FilingAction.REPORT;
import static org.zhibao.filing.FilingAction.RETURN;
import static org.zhibao.filing.FilingAction.SAVE;
import static org.zhibao.filing.FilingAction.SUBMIT;
import static org.zhibao.filing.FilingAction.SUSPEND;
import static org.zhibao.filing.FilingAction.WITHDRAW;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.lineage.Lineage;
import org.zhibao.period.Periods;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.GroupCompanies;
import org.zhibao.registry.Registry;

/** Who may see a filing, who may do what to it now, and if not, why and who acts next. */
@Component
public class FilingRights {

    /** Where a filing that has nothing open stands; a period that has closed lets it be re-opened. */
    static final Set<Stage> REOPENABLE = EnumSet.of(Stage.ACCEPTED, Stage.REPORTED, Stage.ARCHIVED, Stage.SUSPENDED,
            Stage.CLOSED);

    /** Where a filing can still end as suspended: before it is accepted. */
    static final Set<Stage> SUSPENDABLE = EnumSet.range(Stage.FILL_IN, Stage.CITY_FEEDBACK);

    /** The stages at which a role may do an action at all. */
    private static final Map<Role, Map<FilingAction, Set<Stage>>> RIGHTS = Map.of(
            Role.ENTERPRISE, Map.of(
                    SAVE, EnumSet.of(Stage.FILL_IN, Stage.RECTIFY),
                    SUBMIT, EnumSet.of(Stage.FILL_IN, Stage.RECTIFY),
                    WITHDRAW, EnumSet.of(Stage.CITY_REVIEW)),
            Role.CITY, Map.of(
                    CLAIM, EnumSet.of(Stage.CITY_REVIEW, Stage.CITY_FEEDBACK),
                    RELEASE, EnumSet.of(Stage.CITY_REVIEW, Stage.CITY_FEEDBACK),
                    FORWARD, EnumSet.of(Stage.CITY_REVIEW),
                    RETURN, EnumSet.of(Stage.CITY_REVIEW, Stage.CITY_FEEDBACK),
                    REMARK, EnumSet.of(Stage.CITY_FEEDBACK),
                    WITHDRAW, EnumSet.of(Stage.PROVINCE_REVIEW),
                    SUSPEND, SUSPENDABLE),
            Role.PROVINCE, Map.of(
                    CLAIM, EnumSet.of(Stage.PROVINCE_REVIEW, Stage.PROVINCE_FEEDBACK),
                    RELEASE, EnumSet.of(Stage.PROVINCE_REVIEW, Stage.PROVINCE_FEEDBACK),
                    ACCEPT, EnumSet.of(Stage.PROVINCE_REVIEW),
                    FEED_BACK, EnumSet.of(Stage.PROVINCE_REVIEW, Stage.PROVINCE_FEEDBACK),
                    REMARK, EnumSet.of(Stage.PROVINCE_FEEDBACK),
                    REPORT, EnumSet.of(Stage.ACCEPTED),
                    MINISTRY_FEEDBACK, EnumSet.of(Stage.REPORTED),
                    ARCHIVE, EnumSet.of(Stage.REPORTED),
                    REOPEN, REOPENABLE),
            Role.ADMIN, Map.of(REOPEN, REOPENABLE));

    /** What only the reviewer who holds the task may do. */
    private static final Set<FilingAction> HOLDERS = EnumSet.of(RELEASE, FORWARD, RETURN, ACCEPT, FEED_BACK, REMARK);

    /** What is possible only while nobody holds the task. */
    private static final Set<FilingAction> UNCLAIMED = EnumSet.of(CLAIM, WITHDRAW);

    private final Registry registry;
    private final GroupCompanies groups;
    private final Periods periods;
    private final Lineage lineage;

    FilingRights(Registry registry, GroupCompanies groups, Periods periods, Lineage lineage) {
        this.registry = registry;
        this.groups = groups;
        this.periods = periods;
        this.lineage = lineage;
    }

    /** Whether the filing lies in the actor's area. */
    boolean sees(Actor actor, FilingSummary filing) {
        return switch (actor.sight()) {
            case ENTERPRISE -> owns(actor, filing) || lineage.formerly(actor.orgCode(), filing.orgCode());
            case COUNTY -> filing.countyCode().equals(actor.area());
            case CITY -> filing.cityCode().equals(actor.area());
            case GROUP -> groups.holds(actor.groupCode(), filing.orgCode());
            case SECURITY -> false;
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> true;
        };
    }

    private static boolean owns(Actor actor, FilingSummary filing) {
        return filing.orgCode().equals(actor.orgCode());
    }

    /** Refuses with 403 a filing outside the actor's area. */
    void requireSight(Actor actor, FilingSummary filing) {
        if (!sees(actor, filing)) {
            throw actor.role() == Role.ENTERPRISE || actor.role() == Role.GROUP || actor.role() == Role.SECURITY
                    ? Refusal.forbidden("filing.not-yours")
                    : Refusal.forbidden("filing.other-area", registry.region(filing.cityCode()).name());
        }
    }

    /** Every action that the actor's role knows, and whether it is possible now. */
    public List<AvailableAction> actions(Actor actor, FilingSummary filing) {
        return rights(actor).keySet().stream().sorted().map(action -> {
            String refusal = refusal(actor, filing, action);
            return new AvailableAction(action, refusal == null, refusal, refusal == null ? "" : actsNext(filing));
        }).toList();
    }

    /** Refuses an action that is not possible: 403 if the role never may, 409 if not now, naming who can act. */
    void require(Actor actor, FilingSummary filing, FilingAction action) {
        requireSight(actor, filing);
        String refusal = refusal(actor, filing, action);
        if (refusal != null) {
            throw refusal.equals("action.not-your-role")
                    ? Refusal.forbidden(refusal, actsNext(filing))
                    : Refusal.conflict(refusal, actsNext(filing));
        }
    }

    private static Map<FilingAction, Set<Stage>> rights(Actor actor) {
        return actor.role() == Role.ADMIN && !actor.administersPlatform() ? Map.of()
                : RIGHTS.getOrDefault(actor.role(), Map.of());
    }

    private String refusal(Actor actor, FilingSummary filing, FilingAction action) {
        Set<Stage> stages = rights(actor).get(action);
        if (stages == null) {
            return "action.not-your-role";
        }
        if (actor.role() == Role.ENTERPRISE && !owns(actor, filing)) {
            return "action.former-code";
        }
        if (!stages.contains(filing.stage())) {
            return filing.taskId() == null ? "action.nothing-to-do" : "action.wrong-stage";
        }
        if (action == REOPEN && !periods.reopenable(filing.period())) {
            return "action.period-open";
        }
        boolean mine = actor.userId().equals(filing.claimedBy());
        if (UNCLAIMED.contains(action) && filing.claimedBy() != null) {
            return mine ? "action.claimed-already" : "action.claimed-by-other";
        }
        if (HOLDERS.contains(action) && !mine) {
            return filing.claimedBy() != null ? "action.claimed-by-other" : "action.claim-first";
        }
        return null;
    }

    /** Who acts next: the person who holds the task, or the unit or area whose turn it is. */
    String actsNext(FilingSummary filing) {
        if (filing.claimedBy() != null) {
            return filing.claimedByName();
        }
        return switch (filing.stage()) {
            case FILL_IN, RECTIFY -> filing.unitName();
            case CITY_REVIEW, CITY_FEEDBACK -> registry.region(filing.cityCode()).name();
            case PROVINCE_REVIEW, PROVINCE_FEEDBACK, ACCEPTED, REPORTED ->
                    registry.region(filing.cityCode().substring(0, 2) + "0000").name();
            case ARCHIVED, SUSPENDED -> "";
            case CLOSED -> registry.region(filing.cityCode().substring(0, 2) + "0000").name();
        };
    }
}
