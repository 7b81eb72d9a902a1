package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhibao.registry.SourceKind;

/** One section of the report form: single indicators, then repeatable groups. */
public record Section(String code, String zh, String en, List<Indicator> indicators, List<RowGroup> groups) {

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /** The kinds of source that are asked for something of it; empty means all. */
    public Set<SourceKind> kinds() {
        Set<SourceKind> kinds = new TreeSet<>();
        for (Set<SourceKind> asked : Stream.concat(indicators.stream().map(Indicator::kinds),
                groups.stream().map(RowGroup::kinds)).toList()) {
            if (asked.isEmpty()) {
                return Set.of();
            }
            kinds.addAll(asked);
        }
        return kinds;
    }

    /** The section with more indicators after its own. */
    Section with(List<Indicator> added) {
        return new Section(code, zh, en, Stream.concat(indicators.stream(), added.stream()).toList(), groups);
    }
}
