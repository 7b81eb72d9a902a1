package org.zhibao.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.Section;

/**
 * The rules of one report for the browser in which it is filled in: their texts as the server runs them, and what they read
 * beside the report itself. Nothing but what the unit may see.
 *
 * @param context    what does not change while a person types
 * @param cells      the cells of the form and others that rules read, in the order of the form
 * @param industries the codes a unit's industry (A15) may have
 * @param rules      the province's before the city's
 */
public record LiveRules(Context context, List<Cell> cells, List<String> industries, List<LiveRule> rules) {

    /**
     * Figures of other times, each as typed.
     *
     * @param kinds   the unit's kinds of source
     * @param unit    what the registry knows about the unit
     * @param prev    the previous quarter's accepted figures
     * @param year    those of the same quarter last year
     * @param earlier sums over this year's earlier quarters
     * @param annual  the annual statistics
     */
    public record Context(LocalDate start, LocalDate end, List<String> kinds, Map<String, String> unit,
                          Map<String, String> prev, Map<String, String> year, Map<String, String> earlier,
                          Map<String, String> annual) {
    }

    /**
     * What messages say about a cell, and how its content is read.
     *
     * @param group    the repeatable group it is a column of; null for a single cell
     * @param number   whether it holds a number, else text or a code
     * @param changing whether it counts when figures are compared with the previous quarter's for copies
     */
    public record Cell(String code, String group, String zh, String en, String unit, String unitEn, int scale,
                       boolean number, boolean changing) {
    }

    /**
     * One rule.
     *
     * @param server whether only the server can judge it, because it rests on other units' data; then nothing else is given
     * @param group  the repeatable group whose rows it looks at; null for the report as a whole
     * @param params thresholds, {@code $name} in the texts
     * @param levels what is asked for, in the order in which the levels are looked at
     * @param lets   the names of the intermediate figures
     * @param feel   FEEL text giving {@code []}, {@code [false]}, or {@code true}, the truth of each level and the
     *               intermediate figures; {@code $name} stands for an entry of the check's binding, else of params
     */
    public record LiveRule(String id, int version, boolean server, String group, List<String> industries,
                           Map<String, String> params, List<LiveLevel> levels, List<String> lets, String feel, String zh,
                           String en, List<LiveCheck> checks) {

        static LiveRule onServerOnly(String id, int version) {
            return new LiveRule(id, version, true, null, List.of(), Map.of(), List.of(), List.of(), "", "", "", List.of());
        }
    }

    /** One level; whether a reviewer has to confirm such a finding. */
    public record LiveLevel(Severity severity, boolean confirm) {
    }

    /** One expansion of a rule; target and fields as in {@link Check}. */
    public record LiveCheck(Map<String, String> bind, String target, List<String> fields) {
    }

    static LiveRules of(IndicatorCatalogue catalogue, ReviewSubject subject, List<LiveRule> rules) {
        return new LiveRules(context(subject), cells(catalogue, subject),
                catalogue.dictionary("industries").entries().stream().map(Dictionary.Entry::code).toList(), rules);
    }

    static Context context(ReviewSubject subject) {
        return new Context(subject.periodStart(), subject.periodEnd(),
                subject.kinds().stream().map(Enum::name).toList(), new TreeMap<>(subject.unit()),
                subject.previous().values(), subject.lastYear().values(), subject.links().earlier().values(),
                subject.links().annual().values());
    }

    /** The form's first; a rule may read a cell that only other forms have. */
    private static List<Cell> cells(IndicatorCatalogue catalogue, ReviewSubject subject) {
        FormDefinition form = catalogue.formFor(subject.kinds(),
                subject.unit().getOrDefault("industryCode", ""));
        List<Cell> cells = new ArrayList<>();
        for (Section section : form.sections()) {
            section.indicators().forEach(i -> cells.add(cell(i, null)));
            section.groups().forEach(g -> g.columns().forEach(c -> cells.add(cell(c, g.code()))));
        }
        catalogue.indicators().stream().filter(i -> form.indicator(i.code()).isEmpty())
                .forEach(i -> cells.add(cell(i, null)));
        return List.copyOf(cells);
    }

    private static Cell cell(Indicator i, String group) {
        return new Cell(i.code(), group, i.zh(), i.en(), i.unit(), i.unitEn(), i.scale(), i.numeric(),
                group == null && i.numeric() && !i.fixed());
    }
}
