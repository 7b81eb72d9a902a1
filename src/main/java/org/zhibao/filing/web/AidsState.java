package org.zhibao.filing.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.FormAids;
import org.zhibao.indicator.Working;
import org.zhibao.rule.ChangeLimit;

/**
 * What the form's script works out while a person types.
 *
 * @param workings how figures follow from others
 * @param limits   by code, from which relative change a figure has to be explained, and below which figures are not compared
 */
record AidsState(List<WorkingState> workings, Map<String, LimitState> limits) {

    /** See {@link Working}. */
    record WorkingState(String code, String group, String words, Object tree, int shift, Set<String> cells) {
    }

    /** As decimal text, which no floating point touches. */
    record LimitState(String explain, String floor) {

        static LimitState of(ChangeLimit limit) {
            return new LimitState(limit.explain().toPlainString(), limit.floor().toPlainString());
        }
    }

    static AidsState of(FilingDossier dossier, FormAids aids, Locale locale) {
        return new AidsState(aids.workings(dossier).stream().map(w -> new WorkingState(w.code(), w.group(),
                        w.words(locale), w.tree(), w.shift(), w.cells())).toList(),
                aids.changeLimits(dossier).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> LimitState.of(e.getValue()))));
    }
}
