package org.zhibao.filing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.HelpTexts;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.Working;
import org.zhibao.indicator.Workings;
import org.zhibao.period.Quarter;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.rule.ChangeLimit;
import org.zhibao.rule.ReviewRules;
import org.zhibao.rule.RuleOutline;

/** What makes a report easier to fill in, besides the cells themselves. Nothing here is needed to file one. */
@Service
@Transactional(readOnly = true)
public class FormAids {

    /**
     * About one indicator.
     *
     * @param text    what it counts; empty if nobody wrote it down
     * @param formula how it follows from others; empty if it does not
     * @param rules   the rules that look at it, the severest first
     */
    public record Help(String text, String formula, List<RuleOutline> rules) {
    }

    /** Accepted figures by cell, in the order of the periods; null where none was accepted. */
    public record Trends(List<String> periods, Map<String, List<BigDecimal>> figures) {
    }

    /** Fixed cells and columns of the last accepted report, whose period is empty if there is none. */
    public record LastReport(String period, Figures figures) {
    }

    private static final int QUARTERS = 8;

    private final Filings filings;
    private final FilingRights rights;
    private final Registry registry;
    private final FilingForms forms;
    private final Workings workings;
    private final HelpTexts helpTexts;
    private final ReviewRules rules;
    private final FigureSeries series;
    private final MasterData masterData;

    FormAids(Filings filings, FilingRights rights, Registry registry, FilingForms forms, Workings workings,
             HelpTexts helpTexts, ReviewRules rules, FigureSeries series, MasterData masterData) {
        this.filings = filings;
        this.rights = rights;
        this.registry = registry;
        this.forms = forms;
        this.workings = workings;
        this.helpTexts = helpTexts;
        this.rules = rules;
        this.series = series;
        this.masterData = masterData;
    }

    /** How figures on the form shown follow from others. */
    public List<Working> workings(FilingDossier dossier) {
        return workings.of(dossier.form(), dossier.unit().industryCode());
    }

    /** By how much figures may change before they have to be explained, by code. */
    public Map<String, ChangeLimit> changeLimits(FilingDossier dossier) {
        return rules.changeLimits(Quarter.parse(dossier.period().code()), dossier.unit().cityCode());
    }

    /** About every indicator of the filing's form in its order, by code ({@code B07}, {@code A26.product_output}). */
    public Map<String, Help> help(long filingId, Actor actor, Locale locale) {
        Filing filing = visible(filingId, actor);
        ReportingUnit unit = registry.require(filing.orgCode());
        FormDefinition form = forms.of(filing);
        Map<String, List<RuleOutline>> outlines =
                rules.outlines(Quarter.parse(filing.period()), filing.cityCode(), unit.kinds(), locale);
        Map<String, String> formulas = new TreeMap<>();
        workings.of(form, unit.industryCode()).forEach(w -> formulas.put(path(w.group(), w.code()),
                w.group() == null ? w.formula() : w.words(locale)));
        Map<String, Help> help = new LinkedHashMap<>();
        cells(form).forEach((path, indicator) -> help.put(path,
                new Help(helpTexts.of(path, locale).orElse(indicator.help(locale)), formulas.getOrDefault(path, ""),
                        outlines.getOrDefault(path, List.of()))));
        return help;
    }

    /** The unit's accepted figures of the eight quarters before the filing's, without those that do not change. */
    public Trends trends(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        LinkedList<String> periods = new LinkedList<>();
        Quarter quarter = Quarter.parse(filing.period());
        while (periods.size() < QUARTERS) {
            quarter = quarter.previous();
            periods.addFirst(quarter.code());
        }
        Map<String, List<BigDecimal>> figures = series.of(filing, periods);
        FormDefinition form = forms.of(filing);
        figures.keySet().removeIf(code -> form.indicator(code).filter(i -> !i.fixed()).isEmpty());
        return new Trends(List.copyOf(periods), figures);
    }

    /** What the enterprise may take over from its last accepted report. */
    public LastReport lastReport(long filingId, Actor actor) {
        Filing filing = visible(filingId, actor);
        if (!FilingDrafts.ownedBy(actor, filing)) {
            throw Refusal.forbidden("draft.not-yours", filing.unitName());
        }
        MasterData.Taken taken = masterData.of(filing);
        return new LastReport(taken.period(), taken.figures());
    }

    private Filing visible(long filingId, Actor actor) {
        Filing filing = filings.require(filingId);
        rights.requireSight(actor, filing.summary());
        return filing;
    }

    private static Map<String, Indicator> cells(FormDefinition form) {
        Map<String, Indicator> cells = new LinkedHashMap<>();
        form.sections().forEach(section -> {
            section.indicators().forEach(i -> cells.put(i.code(), i));
            section.groups().forEach(g -> g.columns().forEach(c -> cells.put(path(g.code(), c.code()), c)));
        });
        return cells;
    }

    private static String path(String group, String code) {
        return group == null ? code : group + "." + code;
    }
}
