package org.zhibao.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnifiedSocialCreditCode;

/**
 * Makes up reporting units: the same ones each time, the first n of any larger number. The first three are the golden
 * samples (paper mill, power plant, sewage plant); the others spread over all counties and the usual industries, in every
 * 376 of them 226 wastewater, 139 waste gas and 133 sewage plants, as on the province's list for 2014, where 122 stand on
 * two lists. None of these units exists; those made up have telephone numbers that cannot be dialled (a 0 after the area code).
 */
@Component
public class DemoUnits {

    /** As many as the province had in scope in 2013. */
    public static final int USUAL_COUNT = 376;

    /** Valid pairs: organisation code, unified social credit code. */
    private static final List<String> CREDIT_CODES = List.of("914301001838100135", "91430200183811382N",
            "91430400183814129T", "91430600183815498H", "914310001838168614", "914313001838182346");
    private static final int FIRST_BODY = 18381001;
    private static final int BODY_STEP = 137;
    /** Without a factor in common with the number of counties, so that each is met in turn. */
    private static final int COUNTY_STEP = 37;

    private final Registry registry;

    DemoUnits(Registry registry) {
        this.registry = registry;
    }

    /**
     * The first n units, ready for {@link Registry#addAll}.
     *
     * @param n from 0 to about 50,000
     */
    public List<NewUnit> generate(int n) {
        List<Region> counties = registry.counties();
        List<Set<SourceKind>> kinds = mix();
        DemoNames names = new DemoNames();
        List<NewUnit> units = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            units.add(i < Template.ALL.size() ? golden(Template.ALL.get(i))
                    : madeUp(i, county(i, counties), kinds.get(i % kinds.size()), names));
        }
        return List.copyOf(units);
    }

    private static NewUnit golden(Template sample) {
        OrganisationCode code = OrganisationCode.parse(sample.value("A01"));
        return new NewUnit(code, UnifiedSocialCreditCode.parse(sample.value("A02")), sample.value("A03"), null,
                sample.value("A05"), sample.value("A06"), sample.value("A15"),
                new NewUnit.Site(sample.value("A07"), new BigDecimal(sample.value("A08")),
                        new BigDecimal(sample.value("A09"))),
                new NewUnit.Contact(sample.value("A10"), sample.value("A11"), sample.value("A12")),
                Set.of(sample.kind()), Set.of(ControlLevel.valueOf(sample.value("A22"))),
                Figures.NOT_APPLICABLE.equals(sample.value("A17")) ? null : sample.value("A17"), sample.value("A14"),
                sample.value("A23"));
    }

    private NewUnit madeUp(int number, Region county, Set<SourceKind> kinds, DemoNames names) {
        Draw draw = Draw.of("unit", number);
        DemoIndustry industry = draw.from(DemoIndustry.of(kinds));
        DemoPlace place = DemoPlace.of(county.parent());
        OrganisationCode code = orgCode(number);
        return new NewUnit(code, uscc(number, county, code), names.company(county, industry, draw), null,
                DemoNames.person(draw), county.code(), industry.code(), site(county, place, draw),
                contact(number, place, draw), kinds, controlLevels(draw),
                kinds.equals(DemoIndustry.GAS) ? null : "B", size(code), "1");
    }

    private static OrganisationCode orgCode(int number) {
        return number < CREDIT_CODES.size()
                ? new OrganisationCode(UnifiedSocialCreditCode.parse(CREDIT_CODES.get(number)).organisationPart())
                : OrganisationCode.ofBody(String.format("%08d", FIRST_BODY + BODY_STEP * (number + 1)));
    }

    private static UnifiedSocialCreditCode uscc(int number, Region county, OrganisationCode code) {
        return number < CREDIT_CODES.size() ? UnifiedSocialCreditCode.parse(CREDIT_CODES.get(number))
                : UnifiedSocialCreditCode.ofEnterprise(county.parent(), code);
    }

    private Region county(int number, List<Region> counties) {
        return number < CREDIT_CODES.size()
                ? registry.counties(CREDIT_CODES.get(number).substring(2, 8)).get(0)
                : counties.get((int) ((long) number * COUNTY_STEP % counties.size()));
    }

    private NewUnit.Site site(Region county, DemoPlace place, Draw draw) {
        String road = "湖南省" + registry.region(county.parent()).name() + county.name() + "示范路";
        return new NewUnit.Site(road + (1 + draw.below(400)) + "号",
                degrees(place.longitude() + draw.between(-0.15, 0.15)),
                degrees(place.latitude() + draw.between(-0.15, 0.15)));
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(Math.round(value * 10_000), 4);
    }

    private static NewUnit.Contact contact(int number, DemoPlace place, Draw draw) {
        return new NewUnit.Contact(DemoNames.person(draw), place.areaCode() + "-" + String.format("%08d", number),
                place.postalCode());
    }

    private static Set<ControlLevel> controlLevels(Draw draw) {
        Set<ControlLevel> levels = EnumSet.of(ControlLevel.NATIONAL);
        if (draw.inPercent(25)) {
            levels.add(ControlLevel.PROVINCIAL);
        }
        if (draw.inPercent(15)) {
            levels.add(ControlLevel.CITY);
        }
        return levels;
    }

    private static String size(OrganisationCode code) {
        double factor = DemoFigures.sizeFactor(code.value());
        return factor > 1.8 ? "1" : factor > 0.8 ? "2" : "3";
    }

    private static List<Set<SourceKind>> mix() {
        List<Set<SourceKind>> rest = new ArrayList<>();
        rest.addAll(Collections.nCopies(103, DemoIndustry.WATER));
        rest.addAll(Collections.nCopies(16, DemoIndustry.GAS));
        rest.addAll(Collections.nCopies(122, DemoIndustry.BOTH));
        rest.addAll(Collections.nCopies(132, DemoIndustry.PLANT));
        Collections.shuffle(rest, new Random(USUAL_COUNT));
        List<Set<SourceKind>> all = new ArrayList<>(
                List.of(DemoIndustry.WATER, DemoIndustry.GAS, DemoIndustry.PLANT));
        all.addAll(rest);
        return all;
    }
}
