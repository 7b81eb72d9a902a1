package org.zhibao.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The master data of a unit to be registered. Refuses what no unit can have; whether its county exists is for
 * {@link Registry#add(NewUnit)} to say.
 *
 * @param orgCode              组织机构代码
 * @param uscc                 统一社会信用代码; null if the unit has none yet (before 2015-10)
 * @param name                 单位详细名称, at most 100 characters
 * @param formerName           曾用名; empty if none
 * @param legalRepresentative  法定代表人
 * @param countyCode           code of the county it stands in
 * @param industryCode         four digits of GB/T 4754
 * @param site                 where it stands
 * @param contact              who answers for the report
 * @param kinds                at least one kind of source
 * @param controlLevels        at least one list it stands on
 * @param dischargeDestination one letter of the dictionary 排水去向; null if it discharges no water
 * @param enterpriseSize       {@code 1} large to {@code 4} micro
 * @param operatingStatus      {@code 1} normal, {@code 2} seasonal stop, {@code 3} stopped, {@code 4} closed
 */
public record NewUnit(OrganisationCode orgCode, UnifiedSocialCreditCode uscc, String name, String formerName,
                      String legalRepresentative, String countyCode, String industryCode, Site site,
                      Contact contact, Set<SourceKind> kinds, Set<ControlLevel> controlLevels,
                      String dischargeDestination, String enterpriseSize, String operatingStatus) {

    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern INDUSTRY = Pattern.compile("[0-9]{4}");
    private static final Pattern DESTINATION = Pattern.compile("[A-Z]");
    private static final Pattern ONE_TO_FOUR = Pattern.compile("[1-4]");

    /** Where a unit stands: address, and degrees east and north with six decimals. */
    public record Site(String address, BigDecimal longitude, BigDecimal latitude) {

        public Site {
            address = bounded("address", address, 200);
            longitude = degrees("longitude", longitude, 180);
            latitude = degrees("latitude", latitude, 90);
        }

        private static BigDecimal degrees(String what, BigDecimal value, int limit) {
            require(value != null && value.abs().compareTo(BigDecimal.valueOf(limit)) <= 0, what);
            return value.setScale(6, RoundingMode.HALF_UP);
        }
    }

    /** Who answers for a unit's report (W36). */
    public record Contact(String name, String phone, String postalCode) {

        public Contact {
            name = bounded("contact name", name, 30);
            phone = bounded("contact phone", phone, 30);
            postalCode = postalCode == null ? "" : postalCode.strip();
            require(postalCode.isEmpty() || REGION.matcher(postalCode).matches(), "postal code");
        }
    }

    /** @throws IllegalArgumentException naming the component that is wrong */
    public NewUnit {
        Objects.requireNonNull(orgCode, "orgCode");
        require(uscc == null || uscc.organisationPart().equals(orgCode.value()), "uscc (names another organisation)");
        name = bounded("name", name, 100);
        formerName = formerName == null ? "" : formerName.strip();
        require(formerName.length() <= 100, "formerName");
        legalRepresentative = bounded("legalRepresentative", legalRepresentative, 30);
        require(matches(REGION, countyCode), "countyCode");
        require(matches(INDUSTRY, industryCode), "industryCode");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(contact, "contact");
        require(kinds != null && !kinds.isEmpty(), "kinds (at least one)");
        require(controlLevels != null && !controlLevels.isEmpty(), "controlLevels (at least one)");
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        controlLevels = Collections.unmodifiableSet(EnumSet.copyOf(controlLevels));
        require(dischargeDestination == null || matches(DESTINATION, dischargeDestination), "dischargeDestination");
        require(matches(ONE_TO_FOUR, enterpriseSize), "enterpriseSize");
        require(matches(ONE_TO_FOUR, operatingStatus), "operatingStatus");
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static String bounded(String what, String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        require(!stripped.isEmpty() && stripped.length() <= longest, what);
        return stripped;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("bad " + what);
        }
    }
}
