package org.zhibao.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.zhibao.indicator.Figures;
import org.zhibao.registry.SourceKind;

/**
 * What the rules look at.
 *
 * @param current     this quarter's figures
 * @param previous    the previous quarter's accepted figures; {@link Figures#EMPTY} if none
 * @param lastYear    the accepted figures of the same quarter last year; {@link Figures#EMPTY} if none
 * @param kinds       the unit's kinds of source
 * @param periodStart first day of the quarter
 * @param periodEnd   last day of the quarter
 * @param unit        facts of the registry about the unit: {@code orgCode, uscc, name, countyCode, cityCode, industryCode}
 * @param links       what the register and other reports say
 */
public record ReviewSubject(Figures current, Figures previous, Figures lastYear, Set<SourceKind> kinds,
                            LocalDate periodStart, LocalDate periodEnd, Map<String, String> unit, Links links) {

    /** A report by itself. */
    public ReviewSubject(Figures current, Figures previous, Figures lastYear, Set<SourceKind> kinds,
                         LocalDate periodStart, LocalDate periodEnd, Map<String, String> unit) {
        this(current, previous, lastYear, kinds, periodStart, periodEnd, unit, Links.NONE);
    }
}
