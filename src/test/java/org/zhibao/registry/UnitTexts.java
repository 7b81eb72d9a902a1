package org.zhibao.registry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Units as people type them, and lists of them, for tests. */
public final class UnitTexts {

    private UnitTexts() {
    }

    /** A unit in a county of Changsha that passes: eight characters of its code, the check character is added. */
    public static Map<UnitField, String> unit(String body) {
        Map<UnitField, String> unit = new EnumMap<>(UnitField.class);
        OrganisationCode code = OrganisationCode.ofBody(body);
        unit.put(UnitField.ORG_CODE, code.formatted());
        unit.put(UnitField.USCC, UnifiedSocialCreditCode.ofEnterprise("430100", code).value());
        unit.put(UnitField.NAME, "长沙试验造纸厂" + body);
        unit.put(UnitField.FORMER_NAME, "");
        unit.put(UnitField.LEGAL_REPRESENTATIVE, "周明");
        unit.put(UnitField.COUNTY_CODE, "430102");
        unit.put(UnitField.INDUSTRY_CODE, "2221");
        unit.put(UnitField.INDUSTRY_EDITION, "2017");
        unit.put(UnitField.BASIN, "湘江");
        unit.put(UnitField.ADDRESS, "长沙市芙蓉区示例路1号");
        unit.put(UnitField.LONGITUDE, "112.98");
        unit.put(UnitField.LATITUDE, "28.19");
        unit.put(UnitField.KINDS, "废水、废气");
        unit.put(UnitField.DISCHARGE_DESTINATION, "B");
        unit.put(UnitField.ENTERPRISE_SIZE, "中型");
        unit.put(UnitField.OPERATING_STATUS, "正常");
        unit.put(UnitField.CONTACT_NAME, "李静");
        unit.put(UnitField.CONTACT_PHONE, "0731-00000001");
        unit.put(UnitField.POSTAL_CODE, "410000");
        unit.put(UnitField.GROUP_CODE, "");
        unit.put(UnitField.GROUP_NAME, "");
        unit.put(UnitField.CODE_EXCEPTION, "");
        return unit;
    }

    /** The same with one field as given. */
    public static Map<UnitField, String> unit(String body, UnitField field, String value) {
        Map<UnitField, String> unit = unit(body);
        unit.put(field, value);
        return unit;
    }

    /** Its code as it is kept. */
    public static String code(String body) {
        return OrganisationCode.ofBody(body).value();
    }

    /** The rows of a list: title, headings, units. */
    public static List<List<String>> rows(String kind, String term, List<Map<UnitField, String>> units) {
        List<List<String>> rows = new java.util.ArrayList<>();
        rows.add(List.of("名单", kind, term));
        rows.add(java.util.Arrays.stream(UnitField.values()).map(UnitTexts::heading).toList());
        units.forEach(unit -> rows.add(java.util.Arrays.stream(UnitField.values()).map(f -> unit.getOrDefault(f, ""))
                .toList()));
        return rows;
    }

    /** A list as CSV. */
    public static String csv(String kind, String term, List<Map<UnitField, String>> units) {
        return rows(kind, term, units).stream().map(row -> row.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    /** The Chinese heading of a field's column. */
    public static String heading(UnitField field) {
        return java.util.ResourceBundle.getBundle("messages/registry", java.util.Locale.SIMPLIFIED_CHINESE,
                java.util.ResourceBundle.Control.getNoFallbackControl(java.util.ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(field.label());
    }
}
