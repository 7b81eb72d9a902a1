package org.zhibao.office;

/**
 * How large an office file may be.
 *
 * @param megabytes the file itself
 * @param unpacked  bytes of all its parts together
 * @param elements  XML elements of all its parts together
 * @param rows      rows of one sheet that are stored, empty or not
 * @param messages  what the keys of the messages begin with that say why a file is refused
 */
public record FileLimits(int megabytes, int unpacked, int elements, int rows, String messages) {

    /** A report's workbook: some 30 parts and 15,000 elements; and whatever is attached to one. */
    public static final FileLimits REPORT = new FileLimits(5, 16_000_000, 200_000, 5_000, "workbook.refused.");

    /** A list of all the units a province or the nation may have: 20,000 rows. */
    public static final FileLimits LIST = new FileLimits(10, 100_000_000, 4_000_000, 20_100, "registry.file.");
}
