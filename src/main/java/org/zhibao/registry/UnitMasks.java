package org.zhibao.registry;

import java.util.Map;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.privacy.Masks;

/** Contact data of a unit as a reader may have them: masked for its group company, which is not of its area, and in files. */
final class UnitMasks {

    private UnitMasks() {
    }

    /** What the unit says on its page. */
    static Map<UnitField, String> of(Map<UnitField, String> values, Actor actor) {
        return actor.role() == Role.GROUP ? masked(values) : values;
    }

    /** What the unit says in a file; the map is changed. */
    static Map<UnitField, String> masked(Map<UnitField, String> values) {
        values.computeIfPresent(UnitField.CONTACT_NAME, (field, name) -> Masks.name(name));
        values.computeIfPresent(UnitField.CONTACT_PHONE, (field, phone) -> Masks.phone(phone));
        return values;
    }

    static UnitContact of(UnitContact contact, Actor actor) {
        return actor.role() != Role.GROUP ? contact : new UnitContact(contact.id(), Masks.name(contact.name()),
                contact.duty(), Masks.phone(contact.phone()));
    }
}
