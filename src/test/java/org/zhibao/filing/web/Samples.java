package org.zhibao.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhibao.account.Role;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingDossier.CellChange;
import org.zhibao.filing.FilingDossier.Correspondence;
import org.zhibao.filing.FilingDossier.PeriodCard;
import org.zhibao.filing.FilingDossier.UnitCard;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.ReportDocument;
import org.zhibao.filing.Stage;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.registry.SourceKind;
import org.zhibao.rule.Finding;
import org.zhibao.rule.Severity;

/** Dossiers of a made-up paper mill. */
class Samples {

    static final IndicatorCatalogue CATALOGUE = new IndicatorCatalogue();

    static final Finding TOO_MUCH_COD = new Finding("R45", 1, "B07", Severity.EXPLAIN, false, List.of("B07"),
            "化学需氧量排放量变化 84.5 %", "COD discharged changed by 84.5 %", "abc");

    private Samples() {
    }

    static ReportDocument document() {
        return new ReportDocument(Map.of("A03", "湘岭纸业", "A14", "2", "A21", "WASTEWATER,WASTE_GAS", "A27", "3200000.50",
                "B07", "150", "B30", "NA"),
                Map.of("A26", List.of(Map.of("product_name", "机制纸", "product_output", "50000"))),
                Map.of("abc", "进水浓度升高"), ReportDocument.Signatories.NONE);
    }

    static FilingDossier dossier(FilingStatus status, AvailableAction... actions) {
        var summary = new FilingSummary(7, "183810013", "湘岭纸业", "2026Q3", "430100", "430102", Stage.RECTIFY, status,
                Instant.parse("2026-10-08T15:59:59Z"), false, false, null, null, "task", 1, null);
        var returned = new Correspondence(FilingAction.RETURN, Role.CITY, "city430100", "审核员", "请核实", null,
                Set.of("B07", "A26[0].product_output"), 1, Instant.parse("2026-10-07T01:00:00Z"));
        return new FilingDossier(summary,
                new UnitCard("183810013", "", "湘岭纸业", "430100", "长沙市", "430102", "芙蓉区", "2221"),
                new PeriodCard("2026Q3", 2026, 3, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)),
                CATALOGUE.formFor(Set.of(SourceKind.WASTEWATER)), document(), 3,
                new Figures(Map.of("A03", "湘岭纸业", "A27", "3200000.50", "B07", "81.3113"), Map.of()),
                new Figures(Map.of("B07", "200"), Map.of()), List.of(TOO_MUCH_COD),
                List.of(new CellChange("B07", "90", "150"), new CellChange("A26[0].product_output", null, "50000")),
                List.of(returned), List.of(), Optional.of(returned), List.of(actions));
    }
}
