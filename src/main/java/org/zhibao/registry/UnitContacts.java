package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.refusal.Refusal;

/**
 * The people to talk to at a unit (W15, W36). Exactly one is responsible, and stands in the unit's own data; the others are
 * kept here, and one of them takes over by changing places.
 */
@Service
@Transactional
public class UnitContacts {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_DUTY = 40;

    private final JdbcClient jdbc;
    private final ReportingUnits units;
    private final Regions regions;
    private final AuditTrail audit;

    UnitContacts(JdbcClient jdbc, ReportingUnits units, Regions regions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.units = units;
        this.regions = regions;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<UnitContact> of(ReportingUnit unit) {
        return jdbc.sql("select id, name, duty, phone from unit_contact where unit_id = ? order by id").param(unit.id())
                .query((row, n) -> new UnitContact(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** Adds a person. */
    public void add(String orgCode, String name, String duty, String phone, Actor actor) {
        ReportingUnit unit = lock(orgCode, actor);
        if (of(unit).size() >= MOST) {
            throw Refusal.conflict("registry.contact.many", MOST);
        }
        String who = required("name", name, LONGEST_NAME);
        String what = duty == null ? "" : duty.strip();
        if (what.length() > LONGEST_DUTY || UnitExaminer.hidden(what)) {
            throw Refusal.field("duty", "registry.contact.duty", LONGEST_DUTY);
        }
        String number = required("phone", phone, LONGEST_NAME);
        jdbc.sql("insert into unit_contact (unit_id, name, duty, phone) values (?, ?, ?, ?)")
                .params(unit.id(), who, what, number).update();
        audit.record(actor.who(), "CONTACT_ADDED", UnitMaintenance.subject(unit), who + " " + what);
    }

    /** Removes a person. */
    public void remove(String orgCode, long id, Actor actor) {
        ReportingUnit unit = lock(orgCode, actor);
        UnitContact contact = require(unit, id);
        jdbc.sql("delete from unit_contact where id = ?").param(id).update();
        audit.record(actor.who(), "CONTACT_REMOVED", UnitMaintenance.subject(unit), contact.name());
    }

    /** Makes a person the responsible one; the one before becomes a further contact. */
    public void makeResponsible(String orgCode, long id, Actor actor) {
        ReportingUnit unit = lock(orgCode, actor);
        UnitContact next = require(unit, id);
        Map<UnitField, String> kept = unit.values();
        kept.put(UnitField.CONTACT_NAME, next.name());
        kept.put(UnitField.CONTACT_PHONE, next.phone());
        jdbc.sql("update unit_contact set name = ?, phone = ? where id = ?")
                .params(unit.contactName(), unit.contactPhone(), id).update();
        String before = unit.contactName();
        unit.take(kept, regions.find(unit.countyCode()).orElseThrow());
        audit.record(actor.who(), "CONTACT_RESPONSIBLE", UnitMaintenance.subject(unit), before + " → " + next.name());
    }

    private ReportingUnit lock(String orgCode, Actor actor) {
        RegistryRights.requireKeeper(actor);
        ReportingUnit unit = units.lockByOrgCode(orgCode).orElseThrow(() -> new UnknownUnit(orgCode));
        RegistryRights.requireKeeper(actor, unit);
        return unit;
    }

    private UnitContact require(ReportingUnit unit, long id) {
        return of(unit).stream().filter(contact -> contact.id() == id).findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.contact.unknown"));
    }

    private static String required(String field, String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > longest || UnitExaminer.hidden(text)) {
            throw Refusal.field(field, "registry.contact." + field, longest);
        }
        return text;
    }
}
