package org.zhibao.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.refusal.Texts;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnifiedSocialCreditCode;

/** The master data of a unit that is proposed, as written: what is wrong about them, and the unit they are of. */
final class UnitDraft {

    /** The names of the fields, in the order of the form. */
    static final List<String> FIELDS = List.of("uscc", "name", "formerName", "legalRepresentative", "countyCode",
            "industryCode", "address", "longitude", "latitude", "contactName", "contactPhone", "postalCode", "kinds",
            "controlLevels", "dischargeDestination", "enterpriseSize");

    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fields;

    UnitDraft(Map<String, String> written) {
        fields = new TreeMap<>();
        FIELDS.forEach(field -> fields.put(field, written.getOrDefault(field, "").strip()));
    }

    static UnitDraft parse(String json) {
        try {
            return new UnitDraft(JSON.readValue(json, new TypeReference<Map<String, String>>() { }));
        } catch (JsonProcessingException ourOwn) {
            throw new IllegalStateException(ourOwn);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException ourOwn) {
            throw new IllegalStateException(ourOwn);
        }
    }

    Map<String, String> fields() {
        return fields;
    }

    String field(String name) {
        return fields.get(name);
    }

    /** What is wrong, field by field. */
    List<FieldError> problems(OrganisationCode code) {
        List<FieldError> wrong = new ArrayList<>();
        fields.forEach((field, text) -> {
            if (Texts.unprintable(text) || text.contains("\n")) {
                wrong.add(error(field, "change.field-characters"));
            }
        });
        check("uscc", text -> text.isEmpty() || uscc(text, code), "change.uscc", wrong);
        check("name", filled(100), "change.field-length", wrong);
        check("formerName", text -> text.length() <= 100, "change.field-length", wrong);
        check("legalRepresentative", filled(30), "change.field-length", wrong);
        check("industryCode", text -> text.matches("[0-9]{4}"), "change.industry", wrong);
        check("address", filled(200), "change.field-length", wrong);
        check("longitude", degrees(180), "change.degrees", wrong);
        check("latitude", degrees(90), "change.degrees", wrong);
        check("contactName", filled(30), "change.field-length", wrong);
        check("contactPhone", filled(30), "change.field-length", wrong);
        check("postalCode", text -> text.isEmpty() || text.matches("[0-9]{6}"), "change.postal-code", wrong);
        check("kinds", text -> among(SourceKind.class, text), "change.choose-one", wrong);
        check("controlLevels", text -> among(ControlLevel.class, text), "change.choose-one", wrong);
        check("dischargeDestination", text -> text.isEmpty() || text.matches("[A-Z]"), "change.choose-one", wrong);
        check("enterpriseSize", text -> text.matches("[1-4]"), "change.choose-one", wrong);
        return wrong;
    }

    /** The unit; only of a draft without problems. */
    NewUnit unit(OrganisationCode code) {
        String uscc = field("uscc");
        return new NewUnit(code, uscc.isEmpty() ? null : UnifiedSocialCreditCode.parse(uscc), field("name"),
                field("formerName"), field("legalRepresentative"), field("countyCode"), field("industryCode"),
                new NewUnit.Site(field("address"), new BigDecimal(field("longitude")),
                        new BigDecimal(field("latitude"))),
                new NewUnit.Contact(field("contactName"), field("contactPhone"), field("postalCode")),
                all(SourceKind.class, field("kinds")), all(ControlLevel.class, field("controlLevels")),
                field("dischargeDestination").isEmpty() ? null : field("dischargeDestination"),
                field("enterpriseSize"), "1");
    }

    Set<ControlLevel> levels() {
        return all(ControlLevel.class, field("controlLevels"));
    }

    private void check(String field, Predicate<String> right, String key, List<FieldError> wrong) {
        if (wrong.stream().noneMatch(e -> e.field().equals(field)) && !right.test(fields.get(field))) {
            wrong.add(error(field, key));
        }
    }

    private static FieldError error(String field, String key) {
        return new FieldError(field, new Text(key, new Text("change.unit." + field)));
    }

    private static Predicate<String> filled(int longest) {
        return text -> !text.isEmpty() && text.length() <= longest;
    }

    private static Predicate<String> degrees(int most) {
        return text -> DEGREES.matcher(text).matches() && new BigDecimal(text).intValue() < most;
    }

    private static boolean uscc(String text, OrganisationCode code) {
        try {
            return code == null || UnifiedSocialCreditCode.parse(text).organisationPart().equals(code.value());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static <T extends Enum<T>> boolean among(Class<T> type, String text) {
        return !text.isEmpty() && Arrays.stream(text.split(",")).allMatch(name ->
                Arrays.stream(type.getEnumConstants()).anyMatch(value -> value.name().equals(name)));
    }

    private static <T extends Enum<T>> Set<T> all(Class<T> type, String text) {
        Set<T> values = EnumSet.noneOf(type);
        Arrays.stream(text.split(",")).forEach(name -> values.add(Enum.valueOf(type, name)));
        return values;
    }
}
