package org.zhibao.registry;

import java.util.Arrays;
import java.util.Optional;

/**
 * A field of a unit's master data as people type it: on the unit's page, in a list to be imported, through the API.
 * Its name on screen is the message {@code registry.field.<id>}.
 */
public enum UnitField {
    ORG_CODE("orgCode", 10, true),
    USCC("uscc", 24, false),
    NAME("name", 100, true),
    FORMER_NAME("formerName", 100, false),
    LEGAL_REPRESENTATIVE("legalRepresentative", 30, true),
    COUNTY_CODE("countyCode", 6, true),
    INDUSTRY_CODE("industryCode", 4, true),
    INDUSTRY_EDITION("industryEdition", 4, false),
    BASIN("basin", 20, false),
    ADDRESS("address", 200, true),
    LONGITUDE("longitude", 24, true),
    LATITUDE("latitude", 24, true),
    /** Codes of {@link SourceKind}, separated by commas. */
    KINDS("kinds", 40, true),
    DISCHARGE_DESTINATION("dischargeDestination", 1, false),
    ENTERPRISE_SIZE("enterpriseSize", 4, true),
    OPERATING_STATUS("operatingStatus", 10, true),
    /** The one person who answers for the reports (W36). */
    CONTACT_NAME("contactName", 30, true),
    CONTACT_PHONE("contactPhone", 30, true),
    POSTAL_CODE("postalCode", 6, false),
    GROUP_CODE("groupCode", 10, false),
    GROUP_NAME("groupName", 100, false),
    /** Why a code may fail its check character. */
    CODE_EXCEPTION("codeException", 200, false);

    private final String id;
    private final int longest;
    private final boolean required;

    UnitField(String id, int longest, boolean required) {
        this.id = id;
        this.longest = longest;
        this.required = required;
    }

    /** The name in forms, in JSON and in messages. */
    public String id() {
        return id;
    }

    /** How many characters may be typed. */
    public int longest() {
        return longest;
    }

    /** Whether every unit has it. */
    public boolean required() {
        return required;
    }

    /** The message that names it. */
    public String label() {
        return "registry.field." + id;
    }

    /** The field of an id. */
    public static Optional<UnitField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }
}
