package org.zhibao.notice;

/**
 * What an urging would do now.
 *
 * @param units       reports whose enterprise will be urged
 * @param cityReports reports whose city's reviewers will be urged
 * @param cities      how many cities these are
 * @param capped      reports left out: urged already as often as the rules allow
 * @param nothingToDo reports left out: whoever may be urged has nothing to do
 */
public record UrgingPreview(long units, long cityReports, long cities, long capped, long nothingToDo) {

    /** Reports looked at when it is carried out. */
    public long expected() {
        return units + cityReports + capped;
    }

    /** Whether anybody at all will be urged. */
    public boolean anybody() {
        return units + cityReports > 0;
    }

    /** Reports left out for whatever reason. */
    public long leftOut() {
        return capped + nothingToDo;
    }
}
