package org.zhibao.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;

/** Spreads the figures of an accepted revision into typed rows (归集), in the transaction that accepts it. */
@Service
public class AcceptedFigures {

    private final Filings filings;
    private final CopiesOfRecord records;
    private final FigureRows rows;
    private final FilingForms forms;

    AcceptedFigures(Filings filings, CopiesOfRecord records, FigureRows rows,
                    FilingForms forms) {
        this.filings = filings;
        this.records = records;
        this.rows = rows;
        this.forms = forms;
    }

    /** Replaces the filing's rows by those of its accepted revision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spread(long filingId) {
        Filing filing = filings.require(filingId);
        Figures figures = records.find(filingId, filing.acceptedRevision()).orElseThrow().document().figures();
        rows.deleteOf(filingId);
        spread(filing, figures);
    }

    void spread(Filing filing, Figures figures) {
        rows.saveAll(rows(filing.id(), forms.catalogue(filing), figures));
    }

    private static List<FigureRow> rows(long filingId, IndicatorCatalogue catalogue, Figures figures) {
        List<FigureRow> spread = new ArrayList<>();
        figures.values().keySet().forEach(code -> catalogue.indicator(code)
                .ifPresent(indicator -> add(spread, filingId, code, indicator, figures)));
        figures.rows().forEach((code, groupRows) -> catalogue.group(code).ifPresent(group -> {
            for (int i = 0; i < groupRows.size(); i++) {
                addRow(spread, filingId, group, code + "[" + i + "].", groupRows.get(i));
            }
        }));
        return spread;
    }

    private static void addRow(List<FigureRow> spread, long filingId, RowGroup group, String path,
                               Map<String, String> row) {
        Figures cells = new Figures(row, Map.of());
        group.columns().forEach(column -> add(spread, filingId, path + column.code(), column, cells, column.code()));
    }

    private static void add(List<FigureRow> spread, long filingId, String cell, Indicator indicator, Figures figures) {
        add(spread, filingId, cell, indicator, figures, cell);
    }

    private static void add(List<FigureRow> spread, long filingId, String cell, Indicator indicator, Figures figures,
                            String key) {
        figures.text(key).ifPresent(text -> spread.add(new FigureRow(new FigureRow.Id(filingId, cell),
                indicator.numeric() ? figures.number(key).orElse(null) : null, indicator.numeric() ? null : text)));
    }
}
