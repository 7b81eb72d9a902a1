package org.zhibao.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/**
 * A repeatable group of cells: products (A26), treatment facilities (E20).
 *
 * @param code    the group's code
 * @param section the section's letter
 * @param zh      the name on screen
 * @param en      the English name
 * @param kinds   the kinds of source asked for it; empty means all
 * @param maxRows how many rows at the most
 * @param columns the cells of one row
 */
public record RowGroup(String code, String section, String zh, String en, Set<SourceKind> kinds, int maxRows,
                       List<Indicator> columns) {

    public boolean appliesTo(Set<SourceKind> unitKinds) {
        return kinds.isEmpty() || kinds.stream().anyMatch(unitKinds::contains);
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
