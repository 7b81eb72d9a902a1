package org.zhibao.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.registry.UnifiedSocialCreditCode;
import org.zhibao.registry.UnitExaminer;
import org.zhibao.suspension.Reasons;

/** Refuses a proposal that makes no sense, saying of each field why. */
@Component
class ProposalCheck {

    private final Registry registry;
    private final ChangeRights rights;
    private final ChangeTimes times;
    private final UnitExaminer examiner;

    ProposalCheck(Registry registry, ChangeRights rights, ChangeTimes times, UnitExaminer examiner) {
        this.registry = registry;
        this.rights = rights;
        this.times = times;
        this.examiner = examiner;
    }

    ChangeFacts require(Proposal written, Actor actor) {
        ChangeKind kind = Arrays.stream(ChangeKind.values()).filter(k -> k.name().equals(written.kind())).findFirst()
                .orElseThrow(() -> Refusal.field("kind", "change.kind-unknown"));
        List<FieldError> wrong = new ArrayList<>();
        String reason = text(written.reason());
        Reasons.problem(reason).ifPresent(problem -> wrong.add(new FieldError("reason", problem)));
        Quarter from = quarter(written.from(), wrong);
        ChangeFacts facts = kind == ChangeKind.NEW ? fresh(written, from, reason, actor, wrong)
                : existing(kind, written, from, reason, actor, wrong);
        if (from != null && facts != null) {
            times.problem(facts).ifPresent(problem -> wrong.add(new FieldError("from", problem)));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        return facts;
    }

    /** Refuses what has become impossible since it was proposed. */
    void again(ChangeFacts facts) {
        Optional<Text> problem = times.problem(facts);
        if (problem.isEmpty() && facts.kind() != ChangeKind.NEW
                && !registry.unit(facts.orgCode()).filter(ReportingUnit::active).isPresent()) {
            problem = Optional.of(new Text("change.unit-closed", facts.unitName()));
        }
        if (problem.isEmpty() && facts.kind() == ChangeKind.NEW) {
            problem = registry.notACountyToday(facts.countyCode());
        }
        String code = facts.kind() == ChangeKind.NEW ? facts.orgCode() : facts.newOrgCode();
        if (problem.isEmpty() && code != null) {
            problem = registry.unit(code).map(unit -> new Text("change.code-in-use", code, unit.name()));
        }
        problem.ifPresent(text -> {
            throw new Refusal(Refusal.Kind.CONFLICT, new Text("change.impossible-now", text), List.of(), Map.of());
        });
    }

    private ChangeFacts fresh(Proposal written, Quarter from, String reason, Actor actor, List<FieldError> wrong) {
        OrganisationCode code = newCode("orgCode", written.orgCode(), wrong);
        UnitDraft draft = new UnitDraft(written.unit());
        if (actor.role() == Role.COUNTY) {
            draft.fields().put("countyCode", actor.area());
        }
        wrong.addAll(draft.examine(code, examiner));
        Region county = registry.findRegion(draft.field("countyCode")).orElse(null);
        if (county == null) {
            return null;
        }
        rights.requireOwn(county, actor);
        return code == null ? null : new ChangeFacts(ChangeKind.NEW, code.value(), draft.field("name"), county.parent(),
                county.code(), from, "", null, null, draft.json(), reason);
    }

    private ChangeFacts existing(ChangeKind kind, Proposal written, Quarter from, String reason, Actor actor,
                                 List<FieldError> wrong) {
        ReportingUnit unit = rights.requireOwn(written.orgCode(), actor);
        if (!unit.active()) {
            wrong.add(new FieldError("orgCode", new Text("change.unit-closed", unit.name())));
        }
        String name = kind == ChangeKind.CLOSED ? "" : name(written, unit, kind, wrong);
        OrganisationCode code = kind != ChangeKind.RECODED ? null : newCode("newOrgCode", written.newOrgCode(), wrong);
        String uscc = code == null || text(written.newUscc()).isEmpty() ? null : uscc(written.newUscc(), code, wrong);
        return new ChangeFacts(kind, unit.orgCode(), unit.name(), unit.cityCode(), unit.countyCode(), from, name,
                code == null ? null : code.value(), uscc, "", reason);
    }

    private static String name(Proposal written, ReportingUnit unit, ChangeKind kind, List<FieldError> wrong) {
        String name = text(written.newName());
        boolean needed = kind == ChangeKind.RENAMED;
        if (name.isEmpty() ? needed : name.length() > Proposal.LONGEST_NAME) {
            wrong.add(new FieldError("newName", new Text("change.field-length", new Text("change.new-name"))));
        } else if (UnitExaminer.hidden(name)) {
            wrong.add(new FieldError("newName", new Text("change.field-characters", new Text("change.new-name"))));
        } else if (needed && name.equals(unit.name())) {
            wrong.add(new FieldError("newName", new Text("change.same-name")));
        }
        return name;
    }

    private OrganisationCode newCode(String field, String written, List<FieldError> wrong) {
        try {
            OrganisationCode code = OrganisationCode.parse(written);
            Optional<ReportingUnit> there = registry.unit(code.value());
            there.ifPresent(unit -> wrong.add(new FieldError(field, new Text("change.code-in-use", code.value(), unit.name()))));
            return code;
        } catch (IllegalArgumentException none) {
            wrong.add(new FieldError(field, new Text("change.code-wrong")));
            return null;
        }
    }

    private static String uscc(String written, OrganisationCode code, List<FieldError> wrong) {
        try {
            UnifiedSocialCreditCode uscc = UnifiedSocialCreditCode.parse(written);
            if (uscc.organisationPart().equals(code.value())) {
                return uscc.value();
            }
        } catch (IllegalArgumentException none) {
            // said below
        }
        wrong.add(new FieldError("newUscc", new Text("change.uscc", new Text("change.unit.uscc"))));
        return null;
    }

    private static Quarter quarter(String code, List<FieldError> wrong) {
        try {
            return Quarter.parse(text(code));
        } catch (IllegalArgumentException noQuarter) {
            wrong.add(new FieldError("from", new Text("period.not-a-quarter")));
            return null;
        }
    }

    private static String text(String written) {
        return written == null ? "" : written.strip();
    }
}
