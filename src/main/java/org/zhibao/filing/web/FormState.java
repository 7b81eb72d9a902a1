package org.zhibao.filing.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhibao.filing.FilingDossier;
import org.zhibao.rule.Finding;

/**
 * What the script of the report form starts from, beside the cells themselves.
 *
 * @param version      the draft's optimistic version
 * @param explanations fingerprint of a finding to its explanation
 * @param findings     findings to show before the first check, in the shape of the API's answer to a check
 */
record FormState(int version, Map<String, String> explanations, List<FindingState> findings) {

    record FindingState(String rule, int version, String target, String severity, List<String> fields, String message,
                        String fingerprint, String explanation, String refusal) {

        static FindingState of(Finding finding, String explanation, Locale locale) {
            return new FindingState(finding.rule(), finding.version(), finding.target(), finding.severity().name(),
                    finding.fields(), finding.message(locale), finding.fingerprint(), explanation, "");
        }
    }

    static FormState of(FilingDossier dossier, Locale locale) {
        var explanations = dossier.document().explanations();
        return new FormState(dossier.draftVersion(), explanations, FindingsOnOpening.of(dossier).stream()
                .map(f -> FindingState.of(f, explanations.get(f.fingerprint()), locale)).toList());
    }
}
