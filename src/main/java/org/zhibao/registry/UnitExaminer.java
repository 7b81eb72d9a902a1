package org.zhibao.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Examines what people typed about a unit, and brings it into the form in which it is kept. */
@Component
public class UnitExaminer {

    static final int SHORTEST_REASON = 4;

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,17})?");
    private static final Pattern LETTER = Pattern.compile("[A-Z]");
    private static final Pattern ONE_TO_FOUR = Pattern.compile("[1-4]");

    private final Regions regions;
    private final Clock clock;

    UnitExaminer(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param typed what was typed; a field that is not there stays as it is kept
     * @param kept  what is kept about the unit so far; empty for a new one
     */
    public Examined examine(Map<UnitField, String> typed, Map<UnitField, String> kept) {
        Map<UnitField, String> values = new EnumMap<>(UnitField.class);
        List<FieldProblem> problems = new ArrayList<>();
        for (UnitField field : UnitField.values()) {
            String value = typed.containsKey(field) ? stripped(typed.get(field)) : kept.getOrDefault(field, "");
            if (field.required() && value.isEmpty()) {
                problems.add(new FieldProblem(field, "required"));
            } else if (hidden(value)) {
                problems.add(new FieldProblem(field, "control"));
                value = "";
            } else if (value.length() > field.longest()) {
                problems.add(new FieldProblem(field, "too-long", String.valueOf(field.longest())));
                value = "";
            } else if (!value.isEmpty()) {
                value = canonical(field, value, problems);
            }
            values.put(field, value);
        }
        if (values.get(UnitField.INDUSTRY_EDITION).isEmpty()) {
            values.put(UnitField.INDUSTRY_EDITION, IndustryEdition.OF_2011.year());
        }
        if (values.get(UnitField.CODE_EXCEPTION).isEmpty()) {
            values.put(UnitField.CODE_EXCEPTION, kept.getOrDefault(UnitField.CODE_EXCEPTION, ""));
        }
        together(values, kept, problems);
        return new Examined(values, List.copyOf(problems));
    }

    private String canonical(UnitField field, String value, List<FieldProblem> problems) {
        return switch (field) {
            case ORG_CODE, GROUP_CODE -> shape(field, Codes.organisation(value), Codes.ORGANISATION, "org-code", problems);
            case USCC -> shape(field, Codes.socialCredit(value), Codes.SOCIAL_CREDIT, "uscc", problems);
            case COUNTY_CODE -> county(value, problems);
            case INDUSTRY_CODE -> shape(field, value, Codes.INDUSTRY, "industry", problems);
            case POSTAL_CODE -> shape(field, value, SIX_DIGITS, "postal-code", problems);
            case DISCHARGE_DESTINATION -> shape(field, value.toUpperCase(Locale.ROOT), LETTER, "destination", problems);
            case ENTERPRISE_SIZE -> shape(field, Words.size(value), ONE_TO_FOUR, "size", problems);
            case OPERATING_STATUS -> shape(field, Words.status(value), ONE_TO_FOUR, "status", problems);
            case INDUSTRY_EDITION -> IndustryEdition.of(value).map(IndustryEdition::year)
                    .orElseGet(() -> wrong(field, "edition", problems));
            case BASIN -> Words.basin(value).map(Enum::name).orElseGet(() -> wrong(field, "basin", problems));
            case KINDS -> Words.kinds(value).orElseGet(() -> wrong(field, "kinds", problems));
            case LONGITUDE -> degrees(field, value, 180, problems);
            case LATITUDE -> degrees(field, value, 90, problems);
            case NAME, FORMER_NAME, LEGAL_REPRESENTATIVE, ADDRESS, CONTACT_NAME, CONTACT_PHONE, GROUP_NAME,
                    CODE_EXCEPTION -> value;
        };
    }

    private static void together(Map<UnitField, String> values, Map<UnitField, String> kept,
                                 List<FieldProblem> problems) {
        String org = values.get(UnitField.ORG_CODE);
        String uscc = values.get(UnitField.USCC);
        if (!uscc.isEmpty() && !org.isEmpty() && !uscc.substring(8, 17).equals(org)) {
            problems.add(new FieldProblem(UnitField.USCC, "other-organisation", uscc.substring(8, 17), org));
        }
        if (!org.isEmpty() && org.equals(values.get(UnitField.GROUP_CODE))) {
            problems.add(new FieldProblem(UnitField.GROUP_CODE, "own-group"));
        }
        checkCharacters(values, problems);
        String industry = values.get(UnitField.INDUSTRY_CODE);
        String edition = values.get(UnitField.INDUSTRY_EDITION);
        if (!industry.isEmpty() && !IndustryEdition.of(edition).map(e -> e.covers(industry)).orElse(true)) {
            problems.add(new FieldProblem(UnitField.INDUSTRY_CODE, "no-industry", industry, edition));
        }
    }

    /** An exception counts only as long as a code needs it. */
    private static void checkCharacters(Map<UnitField, String> values, List<FieldProblem> problems) {
        String why = values.get(UnitField.CODE_EXCEPTION);
        boolean excused = why.length() >= SHORTEST_REASON;
        String org = values.get(UnitField.ORG_CODE);
        String uscc = values.get(UnitField.USCC);
        boolean wrongOrg = !org.isEmpty() && !OrganisationCode.isValid(org);
        boolean wrongUscc = !uscc.isEmpty() && !UnifiedSocialCreditCode.isValid(uscc);
        if (wrongOrg && !excused) {
            problems.add(new FieldProblem(UnitField.ORG_CODE, "org-check", org));
        }
        if (wrongUscc && !excused) {
            problems.add(new FieldProblem(UnitField.USCC, "uscc-check", uscc));
        }
        if (!wrongOrg && !wrongUscc) {
            values.put(UnitField.CODE_EXCEPTION, "");
        }
    }

    private String county(String code, List<FieldProblem> problems) {
        Region region = regions.find(code).orElse(null);
        if (region == null || region.level() != Region.Level.COUNTY) {
            return wrong(UnitField.COUNTY_CODE, "county", problems);
        }
        LocalDate today = LocalDate.now(clock);
        if (!region.validOn(today)) {
            problems.add(new FieldProblem(UnitField.COUNTY_CODE, regions.notOn(region, today)));
            return "";
        }
        return code;
    }

    private static String degrees(UnitField field, String value, int limit, List<FieldProblem> problems) {
        if (DEGREES.matcher(value).matches()) {
            BigDecimal degrees = new BigDecimal(value);
            if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0) {
                return degrees.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
            }
        }
        return wrong(field, "degrees", problems, String.valueOf(limit));
    }

    private static String shape(UnitField field, String value, Pattern wanted, String key, List<FieldProblem> problems) {
        return wanted.matcher(value).matches() ? value : wrong(field, key, problems);
    }

    private static String wrong(UnitField field, String key, List<FieldProblem> problems, Object... arguments) {
        problems.add(new FieldProblem(field, key, arguments));
        return "";
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** Whether a text holds characters that nobody sees. */
    public static boolean hidden(String text) {
        return text.codePoints().anyMatch(UnitExaminer::invisible);
    }

    /** Control characters, marks that turn the direction of writing, halves of characters. */
    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE;
    }
}
