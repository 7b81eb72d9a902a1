package org.zhibao.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhibao.refusal.Refusal.FieldError;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.registry.ControlLevel;
import org.zhibao.registry.Examined;
import org.zhibao.registry.FieldProblem;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.NewUnit;
import org.zhibao.registry.OrganisationCode;
import org.zhibao.registry.SourceKind;
import org.zhibao.registry.UnifiedSocialCreditCode;
import org.zhibao.registry.UnitExaminer;
import org.zhibao.registry.UnitField;

/** The master data of a unit that is proposed, as written: what is wrong about them, and the unit they are of. */
final class UnitDraft {

    /** The names of the fields, in the order of the form. */
    static final List<String> FIELDS = List.of("uscc", "name", "formerName", "legalRepresentative", "countyCode",
            "industryCode", "address", "longitude", "latitude", "contactName", "contactPhone", "postalCode", "kinds",
            "controlLevels", "dischargeDestination", "enterpriseSize");

    private static final String LEVELS = "controlLevels";
    /** Who is to report produces (生产状态). */
    private static final String IN_OPERATION = "1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fields;

    UnitDraft(Map<String, String> written) {
        fields = new TreeMap<>();
        FIELDS.forEach(field -> fields.put(field, written.get(field) == null ? "" : written.get(field).strip()));
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

    /** Brings the fields into the form in which units keep them; gives what is wrong, field by field. */
    List<FieldError> examine(OrganisationCode code, UnitExaminer examiner) {
        Map<UnitField, String> typed = new EnumMap<>(UnitField.class);
        fields.forEach((field, text) -> UnitField.of(field).ifPresent(known -> typed.put(known, text)));
        typed.put(UnitField.ORG_CODE, code == null ? "" : code.value());
        typed.put(UnitField.OPERATING_STATUS, IN_OPERATION);
        Examined examined = examiner.examine(typed, Map.of());
        examined.values().forEach((field, value) -> fields.computeIfPresent(field.id(), (id, written) -> value));
        List<FieldError> wrong = new ArrayList<>(examined.problems().stream()
                .filter(problem -> problem.field() != UnitField.ORG_CODE).map(UnitDraft::error).distinct().toList());
        if (!among(ControlLevel.class, field(LEVELS))) {
            wrong.add(error(LEVELS, new Text("registry.problem.levels")));
        } else if (!ListKind.levelsOfCities().containsAll(levels())) {
            wrong.add(error(LEVELS, new Text("registry.problem.levels-above")));
        }
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
                all(SourceKind.class, field("kinds")), levels(),
                field("dischargeDestination").isEmpty() ? null : field("dischargeDestination"),
                field("enterpriseSize"), IN_OPERATION);
    }

    Set<ControlLevel> levels() {
        return all(ControlLevel.class, field(LEVELS));
    }

    /** A code with a wrong check character is for who keeps the registry to excuse, not for a proposal. */
    private static FieldError error(FieldProblem problem) {
        String field = problem.field().id();
        return problem.field() == UnitField.USCC
                ? new FieldError(field, new Text("change.uscc", new Text("change.unit.uscc"))) : error(field, problem.text());
    }

    private static FieldError error(String field, Text problem) {
        return new FieldError(field, new Text("change.of-field", new Text("change.unit." + field), problem));
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
