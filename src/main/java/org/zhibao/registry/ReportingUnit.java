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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that reports (填报单位): a key polluting enterprise or a sewage treatment plant. Its organisation code may be
 * changed by law one day (W21), so the row has an id of its own; others refer to it by organisation code.
 */
@Entity
@Table(name = "reporting_unit")
public class ReportingUnit {

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

    /** The same unit under other codes; the second may be null. */
    ReportingUnit under(String otherOrgCode, String otherUscc) {
        ReportingUnit unit = new ReportingUnit();
        unit.orgCode = otherOrgCode;
        unit.uscc = otherUscc;
        unit.name = name;
        unit.formerName = formerName;
        unit.legalRepresentative = legalRepresentative;
        unit.countyCode = countyCode;
        unit.cityCode = cityCode;
        unit.industryCode = industryCode;
        unit.industryEdition = industryEdition;
        unit.basin = basin;
        unit.address = address;
        unit.longitude = longitude;
        unit.latitude = latitude;
        unit.contactName = contactName;
        unit.contactPhone = contactPhone;
        unit.postalCode = postalCode;
        unit.wastewater = wastewater;
        unit.wasteGas = wasteGas;
        unit.wwtp = wwtp;
        unit.nationalControl = nationalControl;
        unit.provincialControl = provincialControl;
        unit.cityControl = cityControl;
        unit.otherControl = otherControl;
        unit.dischargeDestination = dischargeDestination;
        unit.enterpriseSize = enterpriseSize;
        unit.operatingStatus = operatingStatus;
        unit.groupCode = groupCode;
        unit.groupName = groupName;
        unit.codeException = "";
        unit.active = active;
        return unit;
    }

    /** Takes another name; the present one becomes the former. */
    void rename(String newName) {
        formerName = name;
        name = newName;
    }

    /** Takes the unit off the roster of periods opened from now on; what it reported stays. */
    void removeFromRoster() {
        active = false;
    }

    /** Which of its two codes is among these. */
    String codeIn(Collection<String> codes) {
        return codes.contains(orgCode) ? orgCode : uscc;
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
