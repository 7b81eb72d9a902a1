package org.zhibao.filing.workbook;

import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;

/** Why an uploaded file is not taken as a report's workbook. */
final class WorkbookRefused {

    private WorkbookRefused() {
    }

    static Refusal because(String why, Object... arguments) {
        return FileGuard.refused(FileLimits.REPORT, why, arguments);
    }
}
