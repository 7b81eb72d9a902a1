package org.zhibao.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * Where persons are reached by mail and text message: as they say themselves. As long as an enterprise has not said
 * anything, the telephone of its contact in the registry (W36) counts, if it is a mobile one.
 */
@Service
@Transactional
public class Contacts {

    private static final int LONGEST_EMAIL = 120;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Contacts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where this person is reached. */
    @Transactional(readOnly = true)
    public Contact of(Actor actor) {
        return of(List.of(actor)).get(actor.userId());
    }

    /** Where these persons are reached, by user id; everyone is there. */
    @Transactional(readOnly = true)
    public Map<String, Contact> of(Collection<Actor> actors) {
        Map<String, Contact> contacts = new HashMap<>(fromRegistry(actors));
        if (!actors.isEmpty()) {
            jdbc.sql("select user_id, email, mobile from notice_contact where user_id in (:users)")
                    .param("users", actors.stream().map(Actor::userId).toList())
                    .query((row, n) -> contacts.put(row.getString(1), new Contact(empty(row.getString(2)),
                            empty(row.getString(3))))).list();
        }
        actors.forEach(actor -> contacts.putIfAbsent(actor.userId(), Contact.NONE));
        return contacts;
    }

    /** Sets a person's own addresses; empty takes one away. Refuses what cannot be one, field by field. */
    public void change(Contact contact, Actor actor) {
        String email = stripped(contact.email());
        String mobile = stripped(contact.mobile());
        requireGood(email, mobile);
        Contact before = of(actor);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        int there = jdbc.sql("update notice_contact set email = :email, mobile = :mobile, changed_at = :now "
                + "where user_id = :user").param("email", orNull(email)).param("mobile", orNull(mobile))
                .param("now", now).param("user", actor.userId()).update();
        if (there == 0) {
            jdbc.sql("insert into notice_contact (user_id, email, mobile, changed_at) values (?, ?, ?, ?)")
                    .params(actor.userId(), orNull(email), orNull(mobile), now).update();
        }
        audit.record(actor.who(), new AuditTrail.Deed("CHANGE_CONTACT", "account/" + actor.userId(), written(before),
                written(new Contact(email, mobile)), ""));
    }

    private Map<String, Contact> fromRegistry(Collection<Actor> actors) {
        Map<String, String> units = new HashMap<>();
        actors.stream().filter(a -> a.orgCode() != null).forEach(a -> units.put(a.userId(), a.orgCode()));
        Map<String, Contact> contacts = new HashMap<>();
        if (units.isEmpty()) {
            return contacts;
        }
        Map<String, String> phones = new HashMap<>();
        jdbc.sql("select org_code, contact_phone from reporting_unit where org_code in (:codes)")
                .param("codes", new ArrayList<>(units.values()))
                .query((row, n) -> phones.put(row.getString(1), row.getString(2))).list();
        units.forEach((user, unit) -> {
            String phone = phones.getOrDefault(unit, "").replaceAll("[\\s-]", "");
            if (MOBILE.matcher(phone).matches()) {
                contacts.put(user, new Contact("", phone));
            }
        });
        return contacts;
    }

    /** Refuses what cannot be a mail address. */
    static void requireEmail(String field, String email) {
        if (email.length() > LONGEST_EMAIL || email.indexOf('@') > LONGEST_LOCAL_PART || email.contains("..")
                || !EMAIL.matcher(email).matches()) {
            throw Refusal.field(field, "contact.bad-email");
        }
    }

    /** Refuses what cannot be a mainland mobile number. */
    static void requireMobile(String field, String mobile) {
        if (!MOBILE.matcher(mobile).matches()) {
            throw Refusal.field(field, "contact.bad-mobile");
        }
    }

    private static void requireGood(String email, String mobile) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        try {
            if (!email.isEmpty()) {
                requireEmail("email", email);
            }
        } catch (Refusal bad) {
            errors.addAll(bad.fields());
        }
        try {
            if (!mobile.isEmpty()) {
                requireMobile("mobile", mobile);
            }
        } catch (Refusal bad) {
            errors.addAll(bad.fields());
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static String written(Contact contact) {
        return (contact.email() + " " + contact.mobile()).strip();
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    private static String empty(String stored) {
        return stored == null ? "" : stored;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
