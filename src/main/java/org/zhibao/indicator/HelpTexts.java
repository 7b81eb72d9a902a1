package org.zhibao.indicator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What every indicator counts and what is easily mistaken (指标解释); read once at start from {@code indicator/help.yaml}. */
@Component
public class HelpTexts {

    record File(Map<String, Text> help) {
    }

    record Text(String zh, String en) {
    }

    private final Map<String, Text> texts;

    /** @throws BadCatalogue if the file cannot be read, lacks a language or explains what is not in the catalogue */
    @Autowired
    public HelpTexts(IndicatorCatalogue catalogue) {
        this(catalogue, CatalogueFile.read(HelpTexts.class.getResourceAsStream("/indicator/help.yaml"), File.class));
    }

    HelpTexts(IndicatorCatalogue catalogue, File file) {
        texts = file.help();
        texts.forEach((code, text) -> {
            if (!known(catalogue, code) || text == null || text.zh() == null || text.en() == null) {
                throw new BadCatalogue("the help of %s needs an indicator of that code, and words in zh and en".formatted(code));
            }
        });
    }

    /** What is said of an indicator {@code B07}, or of a column {@code A26.product_output}. */
    public Optional<String> of(String code, Locale locale) {
        return Optional.ofNullable(texts.get(code))
                .map(t -> Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? t.en() : t.zh());
    }

    private static boolean known(IndicatorCatalogue catalogue, String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? catalogue.indicator(code).isPresent() : catalogue.group(code.substring(0, dot)).stream()
                .flatMap(g -> g.columns().stream()).anyMatch(c -> c.code().equals(code.substring(dot + 1)));
    }
}
