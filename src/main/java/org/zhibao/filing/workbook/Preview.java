package org.zhibao.filing.workbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhibao.filing.CheckResult;
import org.zhibao.filing.ReportDocument;

/**
 * What taking an uploaded workbook over would do; nothing is done yet.
 *
 * @param fileName     as it was uploaded
 * @param sha256       of the file, to confirm exactly this one
 * @param fileVersion  the draft's version the file was downloaded from
 * @param draftVersion the draft's version now
 * @param read         how many cells hold something
 * @param cleaned      cells that were not taken as they stood
 * @param problems     cells that cannot be taken: they keep what the draft holds
 * @param choices      where the file changes the draft
 * @param document     the draft with all of the file's changes
 * @param check        what the review rules say about it
 * @param places       where each cell of the report stands in the file, {@code B废水!D7}
 */
public record Preview(String fileName, Instant uploadedAt, String sha256, int fileVersion, int draftVersion, int read,
                      List<CellNote> cleaned, List<CellNote> problems, List<Choice> choices, ReportDocument document,
                      CheckResult check, Map<String, String> places) {

    /** How many of the changes meet a change made in the draft since the download. */
    public long conflicts() {
        return choices.stream().filter(Choice::conflict).count();
    }
}
