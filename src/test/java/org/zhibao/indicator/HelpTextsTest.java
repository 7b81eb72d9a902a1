package org.zhibao.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpTextsTest {

    private final IndicatorCatalogue catalogue = new IndicatorCatalogue();
    private final HelpTexts help = new HelpTexts(catalogue);

    @Test
    void everyIndicatorAndEveryColumnIsExplainedInBothLanguages() {
        assertThat(codes()).allSatisfy(code -> {
            assertThat(help.of(code, Locale.SIMPLIFIED_CHINESE).orElse("")).hasSizeGreaterThan(10).endsWith("。");
            assertThat(help.of(code, Locale.ENGLISH).orElse("")).hasSizeGreaterThan(10).endsWith(".");
        });
    }

    @Test
    void theUnitThatIsSaidIsTheUnitOfTheForm() {
        assertThat(catalogue.indicators().stream().filter(Indicator::numeric)).allSatisfy(indicator ->
                help.of(indicator.code(), Locale.SIMPLIFIED_CHINESE).filter(text -> text.contains("单位是")).ifPresent(text ->
                        assertThat(text.substring(text.indexOf("单位是") + 3).trim()).as(indicator.code())
                                .startsWith(indicator.unit().replaceAll("（标态）", ""))));
    }

    @Test
    void helpOnWhatTheCatalogueDoesNotHaveStopsTheStart() {
        assertThatThrownBy(() -> new HelpTexts(catalogue, new HelpTexts.File(Map.of("B99", new HelpTexts.Text("中", "en")))))
                .isInstanceOf(BadCatalogue.class).hasMessageContaining("B99");
        assertThatThrownBy(() -> new HelpTexts(catalogue, new HelpTexts.File(Map.of("A26.price", new HelpTexts.Text("中", "en")))))
                .isInstanceOf(BadCatalogue.class).hasMessageContaining("A26.price");
    }

    private Stream<String> codes() {
        return Stream.concat(catalogue.indicators().stream().map(Indicator::code),
                catalogue.groups().stream().flatMap(g -> g.columns().stream().map(c -> g.code() + "." + c.code())));
    }
}
