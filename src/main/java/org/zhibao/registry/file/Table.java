package org.zhibao.registry.file;

import java.util.List;
import java.util.Map;

/** The first sheet of a file as plain text, without rows that are empty. */
record Table(List<Row> rows) {

    /** More columns than these are not looked at. */
    static final int MOST_COLUMNS = 100;

    /**
     * @param number as the spreadsheet counts, from 1
     * @param cells  from the first column on
     * @param faults what is no plain value, by column: the last part of its message's key
     */
    record Row(int number, List<String> cells, Map<Integer, String> faults) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean empty() {
            return faults.isEmpty() && cells.stream().allMatch(String::isBlank);
        }
    }

    /** {@code A}, {@code Z}, {@code AA}. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
