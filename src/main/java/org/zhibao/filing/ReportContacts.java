package org.zhibao.filing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhibao.account.Actor;
import org.zhibao.indicator.Figures;
import org.zhibao.privacy.Masks;

/**
 * The persons in a report (法定代表人, 联系人, 填表人 and so on) as others than the unit and its area's staff read them, and as
 * they stand in what is exported.
 */
public final class ReportContacts {

    private static final Set<String> NAMES = Set.of("A05", "A10");
    private static final String PHONE = "A11";

    private ReportContacts() {
    }

    /**
     * Whether somebody who may see the report reads them in full: the unit itself, under whatever code it filed, and staff in
     * whose area it lies.
     */
    static boolean full(Actor reader, FilingSummary filing) {
        return switch (reader.role()) {
            case ENTERPRISE -> true;
            case COUNTY, CITY, PROVINCE, ADMIN, AUDITOR, SUPPORT ->
                    filing.countyCode().startsWith(below(reader.area()));
            case GROUP, SECURITY -> false;
        };
    }

    /** The same report with its persons masked, in its texts too. */
    static ReportDocument masked(ReportDocument document) {
        ReportDocument.Signatories who = document.signatories();
        return new ReportDocument(masked(document.figures()).values(), document.rows(),
                document.explanations().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> Masks.text(e.getValue()))),
                new ReportDocument.Signatories(Masks.name(who.preparer()), Masks.name(who.checker()),
                        Masks.name(who.responsible())));
    }

    /** The same figures with the persons among them masked. */
    static Figures masked(Figures figures) {
        Map<String, String> values = new HashMap<>(figures.values());
        values.replaceAll(ReportContacts::masked);
        return new Figures(values, figures.rows());
    }

    /** What stands in a cell, masked if the indicator of that code is about a person. */
    public static String masked(String code, String value) {
        return value == null ? null : NAMES.contains(code) ? Masks.name(value)
                : PHONE.equals(code) ? Masks.phone(value) : value;
    }

    private static String below(String area) {
        return area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area;
    }
}
