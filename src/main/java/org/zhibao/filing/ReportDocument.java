package org.zhibao.filing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhibao.indicator.Figures;

/**
 * What the enterprise writes: figures, explanations of findings, and who stands for them.
 *
 * @param values       indicator code to value, see {@link Figures}
 * @param rows         group code to rows
 * @param explanations fingerprint of a finding to the explanation of why the figure stands
 * @param signatories  who prepared, checked and answers for the report
 */
public record ReportDocument(Map<String, String> values, Map<String, List<Map<String, String>>> rows,
                             Map<String, String> explanations, Signatories signatories) {

    /** 填表人, 审核人, 单位负责人: names, empty until given. */
    public record Signatories(String preparer, String checker, String responsible) {

        public static final Signatories NONE = new Signatories("", "", "");

        public Signatories {
            preparer = preparer == null ? "" : preparer.strip();
            checker = checker == null ? "" : checker.strip();
            responsible = responsible == null ? "" : responsible.strip();
        }

        public boolean complete() {
            return !preparer.isEmpty() && !checker.isEmpty() && !responsible.isEmpty();
        }
    }

    public static final ReportDocument EMPTY = new ReportDocument(Map.of(), Map.of(), Map.of(), Signatories.NONE);

    public ReportDocument {
        values = values == null ? Map.of() : new TreeMap<>(values);
        rows = rows == null ? Map.of() : new TreeMap<>(rows);
        explanations = explanations == null ? Map.of() : new TreeMap<>(explanations);
        signatories = signatories == null ? Signatories.NONE : signatories;
    }

    public Figures figures() {
        return new Figures(values, rows);
    }
}
