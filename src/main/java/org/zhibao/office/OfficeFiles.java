package org.zhibao.office;

import org.zhibao.refusal.Refusal;

/** Tells office documents from other archives by what is in them, within the bounds that hold for a report's workbook. */
public final class OfficeFiles {

    /** What an archive is. */
    public enum Kind { WORKBOOK, TEXT, OTHER }

    private OfficeFiles() {
    }

    /**
     * The kind of an archive, told from its content types.
     *
     * @throws Refusal 422 with {@code workbook.refused.*} if it holds macros, embedded objects or links to other files, is
     *                 damaged, or unpacks beyond all bounds
     */
    public static Kind kind(byte[] file) {
        XmlScan scan = FileGuard.scan(file, FileLimits.REPORT);
        return scan.isWorkbook() ? Kind.WORKBOOK : scan.isText() ? Kind.TEXT : Kind.OTHER;
    }
}
