package org.zhibao.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.IndicatorReaders;
import org.zhibao.period.Quarter;

/** Finds the rules that name an indicator, be it in a condition or in a message. */
@Component
class RulesReading implements IndicatorReaders {

    private final RuleBook book;
    private final RuleStore store;

    RulesReading(RuleBook book, RuleStore store) {
        this.book = book;
        this.store = store;
    }

    @Override
    public List<String> rulesReading(String indicator, Quarter from) {
        store.lock();
        Pattern name = Pattern.compile("\\b" + indicator + "\\b");
        return book.versionsFrom(from).stream().filter(v -> name.matcher(store.written(v.text().unsourced())).find())
                .map(RuleVersion::code).distinct().sorted().toList();
    }
}
