package org.zhibao.filing.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.filing.web.ReportView.CellView;
import org.zhibao.filing.web.ReportView.ChangeView;
import org.zhibao.filing.web.ReportView.ColumnView;
import org.zhibao.filing.web.ReportView.FindingView;
import org.zhibao.filing.web.ReportView.GroupView;
import org.zhibao.filing.web.ReportView.OptionView;
import org.zhibao.filing.web.ReportView.RowView;
import org.zhibao.filing.web.ReportView.SectionView;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;
import org.zhibao.indicator.Section;
import org.zhibao.indicator.ValueType;
import org.zhibao.rule.Finding;
import org.zhibao.web.Presentation;

/** Lays a dossier out for the templates. */
@Component
class ReportViews {

    private final Function<String, Dictionary> dictionaries;
    private final Presentation show;
    private final MessageSource messages;

    @Autowired
    ReportViews(IndicatorCatalogue catalogue, Presentation show, MessageSource messages) {
        this(catalogue::dictionary, show, messages);
    }

    ReportViews(Function<String, Dictionary> dictionaries, Presentation show, MessageSource messages) {
        this.dictionaries = dictionaries;
        this.show = show;
        this.messages = messages;
    }

    /** The report of the dossier in the reader's language. */
    ReportView of(FilingDossier dossier, Locale locale) {
        return new Layout(dossier, locale).report();
    }

    private final class Layout {

        private final FilingDossier dossier;
        private final Locale locale;
        private final Paths paths;
        private final String notApplicable;
        private final Figures figures;
        private final Set<String> returned;
        private final Map<String, ChangeView> changes;
        private final List<FindingView> findings;

        Layout(FilingDossier dossier, Locale locale) {
            this.dossier = dossier;
            this.locale = locale;
            this.paths = new Paths(dossier.form(), locale);
            this.notApplicable = messages.getMessage("form.na", null, locale);
            this.figures = dossier.document().figures();
            this.returned = dossier.returned().map(Correspondence::fields).orElse(Set.of());
            this.changes = dossier.changes().stream().map(this::change)
                    .collect(Collectors.toMap(ChangeView::path, Function.identity(), (a, b) -> b,
                            LinkedHashMap::new));
            this.findings = FindingsOnOpening.of(dossier).stream().map(this::finding).toList();
        }

        ReportView report() {
            return new ReportView(dossier.form().sections().stream().map(this::section).toList(), findings,
                    List.copyOf(changes.values()));
        }

        private SectionView section(Section section) {
            var cells = section.indicators().stream().map(this::scalar).toList();
            var groups = section.groups().stream().map(this::group).toList();
            return new SectionView(section.code(), section.name(locale), cells, groups,
                    cells.stream().filter(CellView::answered).count());
        }

        private CellView scalar(Indicator indicator) {
            return cell(indicator.code(), indicator, figures.values().get(indicator.code()),
                    dossier.previous().values().get(indicator.code()),
                    dossier.lastYear().values().get(indicator.code()));
        }

        private GroupView group(RowGroup group) {
            var rows = figures.rows().getOrDefault(group.code(), List.of());
            var columns = group.columns().stream()
                    .map(c -> new ColumnView(c.code(), c.name(locale), c.unit(locale), c.numeric())).toList();
            return new GroupView(group.code(), group.name(locale), group.maxRows(), columns,
                    IntStream.range(0, rows.size()).mapToObj(i -> row(group, i, rows.get(i))).toList(),
                    row(group, 0, Map.of()), previousRows(group));
        }

        private RowView row(RowGroup group, int index, Map<String, String> values) {
            return new RowView(index + 1, group.columns().stream()
                    .map(c -> cell(Paths.inRow(group.code(), index, c.code()), c, values.get(c.code()), null, null))
                    .toList());
        }

        private List<List<String>> previousRows(RowGroup group) {
            return dossier.previous().rows().getOrDefault(group.code(), List.of()).stream()
                    .map(row -> group.columns().stream().map(c -> shown(c, row.get(c.code()))).toList()).toList();
        }

        private CellView cell(String path, Indicator indicator, String value, String previous, String lastYear) {
            return new CellView(path, indicator, indicator.name(locale), indicator.unit(locale), options(indicator),
                    value == null ? "" : value, shown(indicator, value), Figures.NOT_APPLICABLE.equals(value),
                    shown(indicator, previous), shown(indicator, lastYear), plain(indicator, previous),
                    plain(indicator, lastYear), percent(indicator, previous, value), percent(indicator, lastYear, value),
                    returned.contains(path), Optional.ofNullable(changes.get(path)),
                    findings.stream().filter(f -> path.equals(first(f.fields()))).toList());
        }

        private List<OptionView> options(Indicator indicator) {
            return hasOptions(indicator)
                    ? dictionaries.apply(indicator.dictionary()).entries().stream()
                            .map(e -> new OptionView(e.code(), e.name(locale))).toList()
                    : List.of();
        }

        private String shown(Indicator indicator, String value) {
            if (value == null || value.isBlank()) {
                return "";
            }
            if (Figures.NOT_APPLICABLE.equals(value)) {
                return notApplicable;
            }
            if (hasOptions(indicator)) {
                var names = options(indicator).stream().collect(Collectors.toMap(OptionView::code, OptionView::name));
                return Pattern.compile(",").splitAsStream(value).map(c -> names.getOrDefault(c, c))
                        .collect(Collectors.joining(paths.english() ? ", " : "、"));
            }
            return indicator.numeric() ? show.number(value) : value;
        }

        private FindingView finding(Finding finding) {
            var anchor = finding.fields().stream().filter(paths::known).findFirst();
            return new FindingView(finding.rule(), finding.version(), finding.target(), finding.severity().name(),
                    finding.confirm(), finding.fields(), finding.message(locale), finding.fingerprint(),
                    dossier.document().explanations().getOrDefault(finding.fingerprint(), ""),
                    anchor.map(Paths::id).orElse(null), anchor.map(paths::name).orElse(""));
        }

        private ChangeView change(CellChange change) {
            var indicator = paths.indicator(change.field());
            return new ChangeView(change.field(), indicator.map(i -> Paths.id(change.field())).orElse(null),
                    paths.name(change.field()), indicator.map(i -> i.unit(locale)).orElse(""),
                    indicator.map(i -> shown(i, change.before())).orElse(change.before()),
                    indicator.map(i -> shown(i, change.after())).orElse(change.after()),
                    indicator.map(i -> percent(i, change.before(), change.after())).orElse(""));
        }
    }

    private static boolean hasOptions(Indicator indicator) {
        return indicator.type() == ValueType.CODE || indicator.type() == ValueType.CODES;
    }

    private static String first(List<String> fields) {
        return fields.isEmpty() ? null : fields.get(0);
    }

    private static String plain(Indicator indicator, String value) {
        return indicator.numeric() ? number(indicator, value).map(BigDecimal::toPlainString).orElse("")
                : value == null ? "" : value;
    }

    /** The change from {@code before} to {@code after} in percent of {@code before}, one decimal, with its sign; empty if none to be seen. */
    private static String percent(Indicator indicator, String before, String after) {
        var from = number(indicator, before).filter(n -> n.signum() != 0);
        var to = number(indicator, after);
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        var change = to.get().subtract(from.get()).multiply(BigDecimal.valueOf(100))
                .divide(from.get().abs(), 1, RoundingMode.HALF_UP);
        if (change.signum() == 0) {
            return "";
        }
        return change.signum() > 0 ? "+" + change.toPlainString() : change.toPlainString();
    }

    private static Optional<BigDecimal> number(Indicator indicator, String value) {
        if (!indicator.numeric() || value == null) {
            return Optional.empty();
        }
        return new Figures(Map.of(indicator.code(), value), Map.of()).number(indicator.code());
    }
}
