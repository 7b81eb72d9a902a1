package org.zhibao.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/** Passwords: changed by their owner, reset by who keeps the account (W19, W39); never one of the last five again. */
@Service
public class Passwords {

    static final Duration LIFE = Duration.ofDays(90);

    /** Without characters that look alike on paper. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final AccountRepository accounts;
    private final CredentialStore credentials;
    private final PasswordRecords records;
    private final AuditTrail audit;
    private final Clock clock;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    Passwords(AccountRepository accounts, CredentialStore credentials, PasswordRecords records, AuditTrail audit,
              Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the account of a user stands now. */
    @Transactional(readOnly = true)
    public Standing standing(String userId) {
        return accounts.findById(userId).map(this::standing).orElse(Standing.NONE);
    }

    private Standing standing(Account account) {
        Instant setAt = account.passwordSetAt();
        Long left = setAt == null ? null : ChronoUnit.DAYS.between(clock.instant(), setAt.plus(LIFE));
        boolean over = left != null && !clock.instant().isBefore(setAt.plus(LIFE));
        boolean mustChange = account.mustChange() || over;
        return new Standing(account.works() ? account.actor() : null, mustChange, mustChange || left == null ? null : left.intValue(), setAt);
    }

    /**
     * Changes one's own password. Ends all other sessions of the account.
     *
     * @param wanted the new password, {@code again} the same to exclude a slip
     */
    @Transactional
    public void change(Actor actor, String current, String wanted, String again) {
        if (!credentials.matches(actor.userId(), current)) {
            throw Refusal.field("current", "password.current-wrong");
        }
        if (!wanted.equals(again)) {
            throw Refusal.field("again", "password.not-the-same");
        }
        PasswordPolicy.require(actor.userId(), wanted);
        if (wanted.equals(current) || records.findTop5ByUserIdOrderByIdDesc(actor.userId()).stream()
                .anyMatch(old -> encoder.matches(wanted, old.hash()))) {
            throw Refusal.field("wanted", "password.used-before");
        }
        set(actor.userId(), wanted, false);
        audit.record(actor.who(), "CHANGE_PASSWORD", "account/" + actor.userId(), "");
    }

    /** Gives an account a new initial password, to be told once and changed at the next sign-in. */
    String issue(Account account) {
        String initial = IntStream.range(0, GROUPS).mapToObj(i -> group()).collect(Collectors.joining("-"));
        set(account.getId(), initial, true);
        account.slipPrinted();
        return initial;
    }

    private void set(String userId, String password, boolean mustChange) {
        if (mustChange) {
            credentials.issue(userId, password);
        } else {
            credentials.change(userId, password);
        }
        accounts.findById(userId).orElseThrow().passwordSet(clock.instant().truncatedTo(ChronoUnit.MICROS), mustChange);
        if (!mustChange) {
            records.save(new PasswordRecord(userId, encoder.encode(password), clock.instant()));
        }
    }

    private String group() {
        return random.ints(GROUP, 0, ALPHABET.length()).mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
