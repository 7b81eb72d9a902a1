package org.zhibao.rule.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.rule.RuleText;
import org.zhibao.rule.RuleVersion;

/** How the parts of a rule look on the pages; templates know it as {@code @ruleView}. */
@Component("ruleView")
class RuleView {

    private static final String PROVINCE = "430000";
    private static final Pattern ADDED = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern SOURCE = Pattern.compile("(S[0-9]{1,2}|W[0-9]{1,2}|K|P)(?: |;|$)");
    private static final Pattern PLACE = Pattern.compile("\\{(?:(?:row|prev|year)\\.)?(\\$?[A-Za-z0-9_]+)(\\.name)?[^}]*}");

    private final IndicatorCatalogue catalogue;
    private final IndicatorCatalogues catalogues;
    private final Registry registry;
    private final MessageSource messages;

    RuleView(IndicatorCatalogue catalogue, IndicatorCatalogues catalogues, Registry registry, MessageSource messages) {
        this.catalogue = catalogue;
        this.catalogues = catalogues;
        this.registry = registry;
        this.messages = messages;
    }

    /** The message in the reader's language, with the names of indicators and without figures. */
    public String meaning(RuleText text, Locale locale) {
        String message = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? text.en() : text.zh();
        return PLACE.matcher(message).replaceAll(match -> Matcher.quoteReplacement(match.group(2) == null ? "…"
                : match.group(1).startsWith("$") ? each(match.group(1).substring(1), text, locale)
                : indicator(match.group(1)).map(i -> i.name(locale)).orElse("…")));
    }

    /** The indicator a name stands for: the first of them, and whether there are more. */
    private String each(String name, RuleText text, Locale locale) {
        List<String> all = text.each().stream().map(entry -> entry.get(name)).distinct().toList();
        return all.isEmpty() || all.get(0) == null || named(all.get(0), locale).isEmpty()
                ? messages.getMessage("rules.each-indicator", null, locale)
                : all.size() == 1 ? named(all.get(0), locale)
                : messages.getMessage("rules.each-of", new Object[]{named(all.get(0), locale), all.size()}, locale);
    }

    /** What a threshold of this name usually stands for; empty for a name of somebody's own. */
    public String threshold(String name, Locale locale) {
        return messages.getMessage("rules.threshold." + name, null, "", locale);
    }

    /** The name of an indicator; empty if the code is none. */
    public String named(String code, Locale locale) {
        return indicator(code).map(i -> i.name(locale)).orElse("");
    }

    /** {@code B07 化学需氧量排放量}; the code alone if it is none of an indicator or table. */
    public String cell(String code, Locale locale) {
        return indicator(code).map(i -> i.code() + " " + i.name(locale))
                .or(() -> catalogue.group(code).map(g -> g.code() + " " + g.name(locale))).orElse(code);
    }

    /** Of the form as shipped, else of the indicators that the province added. */
    private Optional<Indicator> indicator(String code) {
        return catalogue.indicator(code).or(() -> code != null && ADDED.matcher(code).matches()
                ? catalogues.latest(PROVINCE).indicator(code) : Optional.empty());
    }

    /** {@code active}, {@code coming} or {@code retired}. */
    public String state(RuleVersion version, Quarter now) {
        return RuleFilter.state(version, now);
    }

    /** The name of an area. */
    public String area(String code) {
        return registry.findRegion(code).map(Region::name).orElse(code);
    }

    /** Where the rule comes from: what the mark at the beginning of its source, such as S4 or K, stands for. */
    public String source(RuleVersion version, Locale locale) {
        Matcher mark = SOURCE.matcher(version.text().source());
        return mark.lookingAt() ? messages.getMessage("rules.source." + mark.group(1), null, "", locale) : "";
    }
}
