package org.zhibao.filing.workbook;

/**
 * A part of the report in which file and draft differ; a table is one part as a whole.
 *
 * @param key      {@code values/A27}, {@code rows/A26}, {@code explanations/…}, {@code signatories/checker}
 * @param code     the part's own code: {@code A27}, {@code A26}
 * @param mine     what the file says; empty if nothing
 * @param theirs   what the draft says now; empty if nothing
 * @param conflict whether the draft was changed there too since the file was downloaded
 */
public record Choice(String key, String code, String mine, String theirs, boolean conflict) {

    /** Whether it is a table. */
    public boolean table() {
        return key.startsWith("rows/");
    }

    /** Whether it is a figure outside tables. */
    public boolean cell() {
        return key.startsWith("values/");
    }
}
