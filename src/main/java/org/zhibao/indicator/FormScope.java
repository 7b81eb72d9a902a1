package org.zhibao.indicator;

import java.util.Set;
import org.zhibao.period.Quarter;
import org.zhibao.registry.SourceKind;

/**
 * What a form depends on.
 *
 * @param period   the quarter reported
 * @param city     the city the report belongs to, such as {@code 430100}
 * @param kinds    the unit's kinds of source
 * @param industry the unit's industry code
 */
public record FormScope(Quarter period, String city, Set<SourceKind> kinds, String industry) {
}
