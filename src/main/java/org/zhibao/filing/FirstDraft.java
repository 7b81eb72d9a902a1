package org.zhibao.filing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.indicator.Indicator;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;

/** The form as an enterprise first opens it: master data taken over from the last accepted report and the registry. */
@Component
class FirstDraft {

    private final ReportReview review;
    private final Registry registry;
    private final FilingForms forms;

    FirstDraft(ReportReview review, Registry registry, FilingForms forms) {
        this.review = review;
        this.registry = registry;
        this.forms = forms;
    }

    ReportDocument of(Filing filing) {
        ReportingUnit unit = registry.require(filing.orgCode());
        FormDefinition form = forms.of(filing);
        Figures previous = review.previous(filing);
        Map<String, String> values = new TreeMap<>();
        form.sections().stream().flatMap(s -> s.indicators().stream()).filter(Indicator::fixed)
                .forEach(i -> {
                    String taken = previous.values().get(i.code());
                    if (taken != null) {
                        values.put(i.code(), taken);
                    }
                });
        values.putAll(registered(unit));
        return new ReportDocument(values, Map.of(), Map.of(), ReportDocument.Signatories.NONE);
    }

    private static Map<String, String> registered(ReportingUnit unit) {
        Map<String, String> values = new TreeMap<>();
        values.put("A01", unit.orgCode());
        unit.uscc().ifPresent(uscc -> values.put("A02", uscc));
        values.put("A03", unit.name());
        values.put("A06", unit.countyCode());
        values.put("A15", unit.industryCode());
        return values;
    }
}
