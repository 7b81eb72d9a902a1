package org.zhibao.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Texts;
import org.zhibao.rule.Finding;

/** Which findings a reviewer has to confirm before the report goes on, and those confirmed. */
@Component
class FindingConfirmations {

    private static final Set<FilingAction> ONWARD = EnumSet.of(FilingAction.FORWARD, FilingAction.ACCEPT);
    private static final int REMARK_LENGTH = 500;

    private final ConfirmationEntries entries;
    private final CopiesOfRecord records;

    FindingConfirmations(ConfirmationEntries entries, CopiesOfRecord records) {
        this.entries = entries;
        this.records = records;
    }

    List<FindingConfirmation> of(Filing filing) {
        return entries.findByFilingIdOrderById(filing.id()).stream().map(ConfirmationEntry::shown).toList();
    }

    /** Refuses a decision that lets the report go on with findings its level has not confirmed, naming each. */
    void require(Filing filing, Decision decision, Actor actor) {
        Set<String> known = asked(filing).stream().map(Finding::fingerprint).collect(Collectors.toSet());
        List<Refusal.FieldError> errors = new ArrayList<>();
        decision.confirmations().forEach((fingerprint, remark) -> {
            if (!ONWARD.contains(decision.action()) || !known.contains(fingerprint)) {
                errors.add(error(fingerprint, "decision.confirmation-unknown"));
            } else if (remark(remark).length() > REMARK_LENGTH || Texts.unprintable(remark(remark))) {
                errors.add(error(fingerprint, "decision.confirmation-remark", REMARK_LENGTH));
            }
        });
        if (ONWARD.contains(decision.action())) {
            open(filing, actor.role()).stream().filter(f -> !decision.confirmations().containsKey(f.fingerprint()))
                    .forEach(f -> errors.add(error(f.fingerprint(), "decision.unconfirmed", f.rule(),
                            String.join(", ", f.fields()))));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Keeps what the decision confirms and its level had not confirmed yet; gives how many. */
    int keep(Filing filing, Decision decision, Actor actor, Instant at) {
        List<Finding> open = open(filing, actor.role()).stream()
                .filter(f -> decision.confirmations().containsKey(f.fingerprint())).toList();
        open.forEach(f -> entries.save(new ConfirmationEntry(filing, f.fingerprint(),
                remark(decision.confirmations().get(f.fingerprint())), actor, at)));
        return open.size();
    }

    private List<Finding> open(Filing filing, Role role) {
        Set<String> confirmed = of(filing).stream().filter(c -> c.role() == role)
                .map(FindingConfirmation::fingerprint).collect(Collectors.toSet());
        return asked(filing).stream().filter(f -> !confirmed.contains(f.fingerprint())).toList();
    }

    private List<Finding> asked(Filing filing) {
        return records.find(filing.id(), filing.revision()).map(CopyOfRecord::findings).orElse(List.of()).stream()
                .filter(Finding::confirm).toList();
    }

    private static Refusal.FieldError error(String fingerprint, String key, Object... arguments) {
        return new Refusal.FieldError("confirmations." + fingerprint, new Refusal.Text(key, arguments));
    }

    private static String remark(String remark) {
        return remark == null ? "" : remark.strip();
    }
}
