package org.zhibao.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that reports (填报单位): a key polluting enterprise or a sewage treatment plant. Its organisation code may be
 * changed by law one day (W21), so the row has an id of its own; others refer to it by organisation code.
 */
@Entity
@Table(name = "reporting_unit")
public class ReportingUnit {

    private static final int PLACES = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reporting_unit_seq")
    @SequenceGenerator(name = "reporting_unit_seq", sequenceName = "reporting_unit_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String orgCode;
    private String uscc;
    private String name;
    private String formerName;
    private String legalRepresentative;
    private String countyCode;
    private String cityCode;
    private String industryCode;
    private String industryEdition;
    private String basin;
    private String address;
    @Column(precision = 9, scale = 6)
    private BigDecimal longitude;
    @Column(precision = 9, scale = 6)
    private BigDecimal latitude;
    private String contactName;
    private String contactPhone;
    private String postalCode;
    private boolean wastewater;
    private boolean wasteGas;
    private boolean wwtp;
    private boolean nationalControl;
    private boolean provincialControl;
    private boolean cityControl;
    private boolean otherControl;
    private String dischargeDestination;
    private String enterpriseSize;
    private String operatingStatus;
    private String groupCode;
    private String groupName;
    private String codeException;
    private boolean active;

    /** For JPA. */
    protected ReportingUnit() {
    }

    ReportingUnit(NewUnit unit, Region county) {
        orgCode = unit.orgCode().value();
        uscc = unit.uscc() == null ? null : unit.uscc().value();
        name = unit.name();
        formerName = unit.formerName();
        legalRepresentative = unit.legalRepresentative();
        countyCode = county.code();
        cityCode = county.parent();
        industryCode = unit.industryCode();
        industryEdition = IndustryEdition.OF_2011.year();
        address = unit.site().address();
        longitude = unit.site().longitude();
        latitude = unit.site().latitude();
        contactName = unit.contact().name();
        contactPhone = unit.contact().phone();
        postalCode = unit.contact().postalCode();
        wastewater = unit.kinds().contains(SourceKind.WASTEWATER);
        wasteGas = unit.kinds().contains(SourceKind.WASTE_GAS);
        wwtp = unit.kinds().contains(SourceKind.WWTP);
        nationalControl = unit.controlLevels().contains(ControlLevel.NATIONAL);
        provincialControl = unit.controlLevels().contains(ControlLevel.PROVINCIAL);
        cityControl = unit.controlLevels().contains(ControlLevel.CITY);
        otherControl = unit.controlLevels().contains(ControlLevel.OTHER);
        dischargeDestination = unit.dischargeDestination();
        enterpriseSize = unit.enterpriseSize();
        operatingStatus = unit.operatingStatus();
        groupName = "";
        codeException = "";
        active = true;
    }

    ReportingUnit(Map<UnitField, String> values, Region county, Set<ControlLevel> levels) {
        orgCode = values.get(UnitField.ORG_CODE);
        active = true;
        take(values, county);
        standOn(levels);
    }

    /** Takes over master data that were examined; its organisation code stays. */
    void take(Map<UnitField, String> values, Region county) {
        uscc = orNull(values.get(UnitField.USCC));
        name = values.get(UnitField.NAME);
        formerName = values.get(UnitField.FORMER_NAME);
        legalRepresentative = values.get(UnitField.LEGAL_REPRESENTATIVE);
        countyCode = county.code();
        cityCode = county.parent();
        industryCode = values.get(UnitField.INDUSTRY_CODE);
        industryEdition = values.get(UnitField.INDUSTRY_EDITION);
        basin = orNull(values.get(UnitField.BASIN));
        address = values.get(UnitField.ADDRESS);
        longitude = new BigDecimal(values.get(UnitField.LONGITUDE)).setScale(PLACES);
        latitude = new BigDecimal(values.get(UnitField.LATITUDE)).setScale(PLACES);
        contactName = values.get(UnitField.CONTACT_NAME);
        contactPhone = values.get(UnitField.CONTACT_PHONE);
        postalCode = values.get(UnitField.POSTAL_CODE);
        List<String> kinds = List.of(values.get(UnitField.KINDS).split(","));
        wastewater = kinds.contains(SourceKind.WASTEWATER.name());
        wasteGas = kinds.contains(SourceKind.WASTE_GAS.name());
        wwtp = kinds.contains(SourceKind.WWTP.name());
        dischargeDestination = orNull(values.get(UnitField.DISCHARGE_DESTINATION));
        enterpriseSize = values.get(UnitField.ENTERPRISE_SIZE);
        operatingStatus = values.get(UnitField.OPERATING_STATUS);
        groupCode = orNull(values.get(UnitField.GROUP_CODE));
        groupName = values.get(UnitField.GROUP_NAME);
        codeException = values.get(UnitField.CODE_EXCEPTION);
    }

    /** Its master data in the form in which they are examined and compared. */
    public Map<UnitField, String> values() {
        Map<UnitField, String> values = new EnumMap<>(UnitField.class);
        values.put(UnitField.ORG_CODE, orgCode);
        values.put(UnitField.USCC, uscc().orElse(""));
        values.put(UnitField.NAME, name);
        values.put(UnitField.FORMER_NAME, formerName);
        values.put(UnitField.LEGAL_REPRESENTATIVE, legalRepresentative);
        values.put(UnitField.COUNTY_CODE, countyCode);
        values.put(UnitField.INDUSTRY_CODE, industryCode);
        values.put(UnitField.INDUSTRY_EDITION, industryEdition);
        values.put(UnitField.BASIN, basin == null ? "" : basin);
        values.put(UnitField.ADDRESS, address);
        values.put(UnitField.LONGITUDE, plain(longitude));
        values.put(UnitField.LATITUDE, plain(latitude));
        values.put(UnitField.KINDS, Words.text(kinds()));
        values.put(UnitField.DISCHARGE_DESTINATION, dischargeDestination().orElse(""));
        values.put(UnitField.ENTERPRISE_SIZE, enterpriseSize);
        values.put(UnitField.OPERATING_STATUS, operatingStatus);
        values.put(UnitField.CONTACT_NAME, contactName);
        values.put(UnitField.CONTACT_PHONE, contactPhone);
        values.put(UnitField.POSTAL_CODE, postalCode);
        values.put(UnitField.GROUP_CODE, groupCode().orElse(""));
        values.put(UnitField.GROUP_NAME, groupName);
        values.put(UnitField.CODE_EXCEPTION, codeException);
        return values;
    }

    /** Says on whose lists it stands; a unit on none is of the fourth type, other. */
    void standOn(Set<ControlLevel> levels) {
        nationalControl = levels.contains(ControlLevel.NATIONAL);
        provincialControl = levels.contains(ControlLevel.PROVINCIAL);
        cityControl = levels.contains(ControlLevel.CITY);
        otherControl = levels.contains(ControlLevel.OTHER) || levels.isEmpty();
    }

    /** Puts the unit back on the roster of periods opened from now on. */
    void putBack() {
        active = true;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String plain(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }

    /** The same unit under other codes; the second may be null. */
    ReportingUnit under(String otherOrgCode, String otherUscc, Region county) {
        Map<UnitField, String> values = values();
        values.put(UnitField.ORG_CODE, otherOrgCode);
        values.put(UnitField.USCC, otherUscc == null ? "" : otherUscc);
        values.put(UnitField.CODE_EXCEPTION, "");
        return new ReportingUnit(values, county, controlLevels());
    }

    /** Takes another name; the present one becomes the former. */
    void rename(String newName) {
        formerName = name;
        name = newName;
    }

    /** The county it stands in goes on as another. */
    void moveTo(Region county) {
        countyCode = county.code();
        cityCode = county.parent();
    }

    /** Takes the unit off the roster of periods opened from now on; what it reported stays. */
    void removeFromRoster() {
        active = false;
    }

    /** Which of its two codes is among these. */
    String codeIn(Collection<String> codes) {
        return codes.contains(orgCode) ? orgCode : uscc;
    }

    Long id() {
        return id;
    }

    /** Nine characters, no hyphen. */
    public String orgCode() {
        return orgCode;
    }

    /** Eighteen characters, if the unit has one. */
    public Optional<String> uscc() {
        return Optional.ofNullable(uscc);
    }

    public String name() {
        return name;
    }

    /** Empty if it had no other. */
    public String formerName() {
        return formerName;
    }

    public String legalRepresentative() {
        return legalRepresentative;
    }

    public String countyCode() {
        return countyCode;
    }

    public String cityCode() {
        return cityCode;
    }

    /** Four digits of GB/T 4754. */
    public String industryCode() {
        return industryCode;
    }

    /** The edition its industry code is of. */
    public IndustryEdition industryEdition() {
        return IndustryEdition.of(industryEdition).orElseThrow();
    }

    /** The river basin, if it is known. */
    public Optional<Basin> basin() {
        return Optional.ofNullable(basin).map(Basin::valueOf);
    }

    public String address() {
        return address;
    }

    /** Degrees east. */
    public BigDecimal longitude() {
        return longitude;
    }

    /** Degrees north. */
    public BigDecimal latitude() {
        return latitude;
    }

    public String contactName() {
        return contactName;
    }

    public String contactPhone() {
        return contactPhone;
    }

    /** Six digits, or empty. */
    public String postalCode() {
        return postalCode;
    }

    /** One letter of the dictionary 排水去向, if the unit discharges water. */
    public Optional<String> dischargeDestination() {
        return Optional.ofNullable(dischargeDestination);
    }

    /** {@code 1} large to {@code 4} micro. */
    public String enterpriseSize() {
        return enterpriseSize;
    }

    /** {@code 1} normal, {@code 2} seasonal stop, {@code 3} stopped, {@code 4} closed. */
    public String operatingStatus() {
        return operatingStatus;
    }

    /** The organisation code of its group company (集团公司, W38), nine characters, if it belongs to one. */
    public Optional<String> groupCode() {
        return Optional.ofNullable(groupCode);
    }

    /** The name of its group company; empty if it belongs to none. */
    public String groupName() {
        return groupName;
    }

    /** Why a code of its may fail its check character; empty if both are right. */
    public String codeException() {
        return codeException;
    }

    /** Counts how often it was changed, so that nobody overwrites what somebody else has saved. */
    public int version() {
        return version;
    }

    /** Whether the unit is on the roster of periods opened from now on. */
    public boolean active() {
        return active;
    }

    /** The kinds of source it is monitored as, in the order of {@link SourceKind}; never empty. */
    public Set<SourceKind> kinds() {
        Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
        addIf(wastewater, SourceKind.WASTEWATER, kinds);
        addIf(wasteGas, SourceKind.WASTE_GAS, kinds);
        addIf(wwtp, SourceKind.WWTP, kinds);
        return Collections.unmodifiableSet(kinds);
    }

    /** The lists it stands on, in the order of {@link ControlLevel}; never empty. */
    public Set<ControlLevel> controlLevels() {
        Set<ControlLevel> levels = EnumSet.noneOf(ControlLevel.class);
        addIf(nationalControl, ControlLevel.NATIONAL, levels);
        addIf(provincialControl, ControlLevel.PROVINCIAL, levels);
        addIf(cityControl, ControlLevel.CITY, levels);
        addIf(otherControl, ControlLevel.OTHER, levels);
        return Collections.unmodifiableSet(levels);
    }

    private static <T> void addIf(boolean holds, T value, Set<T> values) {
        if (holds) {
            values.add(value);
        }
    }
}
