package org.zhibao.notice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.notice.UrgingScope;
import org.zhibao.period.Quarter;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.web.RefusalTexts;

/** Whom an urging is meant for, in the reader's language. */
@Component
class UrgingScopes {

    private final Registry registry;
    private final RefusalTexts texts;
    private final JdbcClient jdbc;

    UrgingScopes(Registry registry, RefusalTexts texts, JdbcClient jdbc) {
        this.registry = registry;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** The parts of a scope, such as {@code 2026年第3季度}, {@code 只含逾期}; never empty. */
    public List<String> parts(UrgingScope scope, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (scope.filingId() != null) {
            parts.add(texts.of("urging.scope.filing", locale, jdbc.sql("select unit_name from filing where id = ?")
                    .param(scope.filingId()).query(String.class).single()));
        }
        if (scope.period() != null) {
            Quarter quarter = Quarter.parse(scope.period());
            parts.add(texts.of("ui.period", locale, String.valueOf(quarter.year()), quarter.number()));
        }
        if (scope.area() != null) {
            parts.add(texts.of("urging.scope.area", locale,
                    registry.findRegion(scope.area()).map(Region::name).orElse(scope.area())));
        }
        if (scope.status() != null) {
            parts.add(texts.of("urging.scope.status", locale, texts.of("status." + scope.status(), locale)));
        }
        if (scope.overdue() != null) {
            parts.add(texts.of("urging.scope.overdue", locale));
        }
        if (scope.text() != null) {
            parts.add(texts.of("urging.scope.text", locale, scope.text()));
        }
        return parts.isEmpty() ? List.of(texts.of("urging.scope.all", locale)) : parts;
    }
}
