package org.zhibao.indicator.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Unit;
import org.zhibao.registry.Registry;

/** Names of areas and units in the reader's language; templates know it as {@code @indicatorTexts}. */
@Component("indicatorTexts")
public class IndicatorTexts {

    private final Registry registry;

    IndicatorTexts(Registry registry) {
        this.registry = registry;
    }

    /** The name of the province or a city. */
    public String area(String code) {
        return registry.region(code).name();
    }

    /** The unit of this Chinese name; empty if there is none. */
    public String unit(String zh, Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? Unit.named(zh).map(Unit::en).orElse(zh) : zh;
    }
}
