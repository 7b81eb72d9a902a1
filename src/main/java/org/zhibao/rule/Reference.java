package org.zhibao.rule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Something a rule reads: {@code this.B07}, {@code prev.B07}, {@code unit.countyCode}. */
record Reference(Scope scope, String name) {

    /** Where the thing is found; the lower-case name is the one in FEEL. */
    enum Scope {
        /** This quarter's cell. */ THIS,
        /** The previous quarter's cell. */ PREV,
        /** The cell of the same quarter last year. */ YEAR,
        /** Whether this quarter's cell is marked "not applicable". */ NA,
        /** A cell of the row the rule looks at. */ ROW,
        /** Whether that cell is marked "not applicable". */ ROWNA,
        /** What the registry knows about the unit. */ UNIT,
        /** What was found out about a cell beforehand. */ FACT,
        /** What the register and other reports say, see {@link Links}. */ LINK,
        /** The sum of a cell over this year's earlier quarters. */ EARLIER,
        /** A cell of the annual statistics. */ ANNUAL,
        /** All rows of a repeatable group. */ ROWS,
        /** The quarter. */ PERIOD;

        String feel() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isCell() {
            return this == THIS || this == PREV || this == YEAR || this == NA || this == EARLIER || this == ANNUAL;
        }

        boolean isColumn() {
            return this == ROW || this == ROWNA;
        }
    }

    private static final Pattern IN_TEXT =
            Pattern.compile("\\b(this|prev|year|na|row|rowna|unit|fact|link|earlier|annual|rows|period)\\.([A-Za-z][A-Za-z0-9_]*)");

    /** All references in a FEEL text, in the order of their first appearance. */
    static Set<Reference> in(String feel) {
        Set<Reference> found = new LinkedHashSet<>();
        IN_TEXT.matcher(feel).results().map(Reference::of).forEach(found::add);
        return found;
    }

    /** Reads {@code B07} (this quarter's) or {@code prev.B07}. */
    static Reference parse(String text) {
        return IN_TEXT.matcher(text).results().findFirst().map(Reference::of).orElse(new Reference(Scope.THIS, text));
    }

    /** The reference {@code scope.name}; null if there is no such scope. */
    static Reference of(String scope, String name) {
        return Arrays.stream(Scope.values()).filter(s -> s.feel().equals(scope)).findFirst()
                .map(s -> new Reference(s, name)).orElse(null);
    }

    private static Reference of(MatchResult match) {
        return new Reference(Scope.valueOf(match.group(1).toUpperCase(Locale.ROOT)), match.group(2));
    }

    /** As it stands in FEEL. */
    String feel() {
        return scope.feel() + "." + name;
    }
}
