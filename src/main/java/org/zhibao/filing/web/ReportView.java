package org.zhibao.filing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhibao.indicator.Indicator;

/**
 * The report as templates show it, in the reader's language: every cell with this quarter's value, the previous quarter's,
 * the one of the same quarter last year, and what is to be said about it.
 *
 * @param sections the form's sections in order
 * @param findings all findings in their order
 * @param changes  what changed since the reader's level last decided
 */
record ReportView(List<SectionView> sections, List<FindingView> findings, List<ChangeView> changes) {

    /**
     * @param answered how many of the section's single cells hold a value or "not applicable"
     */
    record SectionView(String code, String name, List<CellView> cells, List<GroupView> groups, long answered) {

        /** How many of the section's cells have a finding or changed. */
        public long notable() {
            return cells.stream().filter(CellView::notable).count()
                    + groups.stream().filter(GroupView::notable).count();
        }
    }

    /**
     * One cell.
     *
     * @param path     {@code A27}, or {@code A26[0].product_output} in a repeatable group
     * @param value    as typed; empty if nothing was filled in
     * @param shown    as a person reads it: thousands separated, codes by their names
     * @param previous the previous quarter's value as a person reads it; empty if none
     * @param lastYear likewise for the same quarter last year
     * @param previousValue the previous quarter's value as it was typed; empty if none, or not applicable to a number
     * @param lastYearValue likewise for the same quarter last year
     * @param changeToPrevious change in percent, such as {@code +3.2}; empty where there is nothing to compare
     * @param changeToLastYear likewise
     * @param returned whether the report came back because of this cell
     * @param change   what it held when the reader's level last decided, if it differs
     */
    record CellView(String path, Indicator indicator, String name, String unit, List<OptionView> options, String value,
                    String shown, boolean notApplicable, String previous, String lastYear, String previousValue,
                    String lastYearValue, String changeToPrevious, String changeToLastYear, boolean returned,
                    Optional<ChangeView> change, List<FindingView> findings) {

        public boolean answered() {
            return !value.isBlank();
        }

        public boolean notable() {
            return returned || change.isPresent() || !findings.isEmpty();
        }

        /** Whether something other than a number is what it was in the previous quarter. */
        public boolean sameAsPrevious() {
            return !indicator.numeric() && answered() && previousValue.equals(value);
        }

        /** Whether something other than a number is what it was in the same quarter last year. */
        public boolean sameAsLastYear() {
            return !indicator.numeric() && answered() && lastYearValue.equals(value);
        }

        /** Whether the value is a code that the dictionary does not have, or no longer. */
        public boolean unknownChoice() {
            return answered() && !notApplicable && options.stream().noneMatch(o -> o.code().equals(value));
        }

        /** An id that may stand in HTML and in a selector. */
        public String id() {
            return Paths.id(path);
        }

        public boolean chosen(String code) {
            return Arrays.asList(value.split(",")).contains(code);
        }
    }

    /** A repeatable group; {@code blank} is an empty row to copy. */
    record GroupView(String code, String name, int maxRows, List<ColumnView> columns, List<RowView> rows, RowView blank,
                     List<List<String>> previousRows) {

        public boolean notable() {
            return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(CellView::notable);
        }
    }

    record ColumnView(String code, String name, String unit, boolean numeric) {
    }

    record RowView(int number, List<CellView> cells) {

        public List<FindingView> findings() {
            return cells.stream().flatMap(cell -> cell.findings().stream()).distinct().toList();
        }
    }

    record OptionView(String code, String name) {
    }

    /**
     * @param confirm     whether a reviewer has to confirm it before the report goes on
     * @param anchor      id of the cell it is shown beside; null if the form has none such
     * @param anchorName  the cell's code and name
     * @param explanation the enterprise's words on why the figure stands; empty if none
     */
    record FindingView(String rule, int version, String target, String severity, boolean confirm, List<String> fields,
                       String message, String fingerprint, String explanation, String anchor, String anchorName) {
    }

    /** A cell that differs; an empty text where it held nothing. */
    record ChangeView(String path, String anchor, String name, String unit, String before, String after,
                      String changePercent) {
    }

    /** How many findings have to be confirmed that are not among these fingerprints. */
    public long unconfirmed(List<String> confirmed) {
        return findings.stream().filter(f -> f.confirm() && !confirmed.contains(f.fingerprint())).count();
    }

    /** How many findings are of this severity. */
    public long count(String severity) {
        return findings.stream().filter(f -> f.severity().equals(severity)).count();
    }
}
