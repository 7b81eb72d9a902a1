package org.zhibao.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.web.ReportView.CellView;
import org.zhibao.web.PresentationSamples;

class ReportViewsTest {

    private final ReportViews views = new ReportViews(Samples.CATALOGUE, PresentationSamples.presentation(Clock.systemUTC()),
            messages());

    @Test
    void aNumberIsReadWithItsThousandsAndTypedWithout() {
        CellView cell = cell("A27", Locale.SIMPLIFIED_CHINESE);
        assertThat(cell.value()).isEqualTo("3200000.50");
        assertThat(cell.shown()).isEqualTo("3,200,000.50");
    }

    @Test
    void codesAreReadByTheirNames() {
        assertThat(cell("A21", Locale.SIMPLIFIED_CHINESE).shown()).isEqualTo("废水、废气");
        assertThat(cell("A14", Locale.ENGLISH).shown()).doesNotContain("2");
        assertThat(cell("A21", Locale.ENGLISH).chosen("WASTE_GAS")).isTrue();
        assertThat(cell("A21", Locale.ENGLISH).chosen("WASTE")).isFalse();
    }

    @Test
    void notApplicableIsSaidInTheReadersLanguageAndIsAnAnswer() {
        assertThat(cell("B30", Locale.SIMPLIFIED_CHINESE).shown()).isEqualTo("不适用");
        assertThat(cell("B30", Locale.ENGLISH).shown()).isEqualTo("N/A");
        assertThat(cell("B30", Locale.ENGLISH).answered()).isTrue();
        assertThat(cell("B31", Locale.ENGLISH).answered()).isFalse();
    }

    @Test
    void theChangeToBothFormerFiguresIsGivenInPercent() {
        CellView cell = cell("B07", Locale.ENGLISH);
        assertThat(cell.changeToPrevious()).isEqualTo("+84.5");
        assertThat(cell.changeToLastYear()).isEqualTo("-25.0");
    }

    @Test
    void whereNothingChangedOrNothingIsKnownNoChangeIsGiven() {
        assertThat(cell("A27", Locale.ENGLISH).changeToPrevious()).isEmpty();
        assertThat(cell("A27", Locale.ENGLISH).changeToLastYear()).isEmpty();
        assertThat(cell("A03", Locale.ENGLISH).sameAsPrevious()).isTrue();
        assertThat(cell("A03", Locale.ENGLISH).sameAsLastYear()).isFalse();
    }

    @Test
    void theCellsAReportCameBackForAreMarkedInRowsToo() {
        ReportView report = report(FilingStatus.RETURNED, Locale.ENGLISH);
        assertThat(cell("B07", Locale.ENGLISH).returned()).isTrue();
        assertThat(cell("A27", Locale.ENGLISH).returned()).isFalse();
        assertThat(report.sections().get(0).groups().get(0).rows().get(0).cells())
                .filteredOn(CellView::returned).extracting(CellView::path).containsExactly("A26[0].product_output");
    }

    @Test
    void changesNameTheirCellsInTheReadersLanguage() {
        ReportView report = report(FilingStatus.RETURNED, Locale.SIMPLIFIED_CHINESE);
        assertThat(report.changes()).extracting(ReportView.ChangeView::name)
                .containsExactly("B07 化学需氧量排放量", "A26 #1 产量");
        assertThat(report.changes()).extracting(ReportView.ChangeView::changePercent).containsExactly("+66.7", "");
        assertThat(report.changes().get(1).before()).isEmpty();
    }

    @Test
    void aFindingStandsBesideItsCellWithItsExplanation() {
        assertThat(cell("B07", Locale.ENGLISH).findings()).singleElement().satisfies(f -> {
            assertThat(f.message()).isEqualTo("COD discharged changed by 84.5 %");
            assertThat(f.explanation()).isEqualTo("进水浓度升高");
            assertThat(f.anchor()).isEqualTo("zb-B07");
        });
    }

    @Test
    void aDraftThatWasNeverCheckedIsNotMetWithFindings() {
        assertThat(report(FilingStatus.DRAFTING, Locale.ENGLISH).findings()).isEmpty();
        assertThat(report(FilingStatus.CHECK_FAILED, Locale.ENGLISH).findings()).hasSize(1);
    }

    private CellView cell(String code, Locale locale) {
        return report(FilingStatus.RETURNED, locale).sections().stream().flatMap(s -> s.cells().stream())
                .filter(c -> c.path().equals(code)).findFirst().orElseThrow();
    }

    private ReportView report(FilingStatus status, Locale locale) {
        return views.of(Samples.dossier(status), locale);
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/forms");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
