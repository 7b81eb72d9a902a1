package org.zhibao.filing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.workbook.CellNote;
import org.zhibao.filing.workbook.CsvReports;
import org.zhibao.web.RefusalTexts;

/** Reports as CSV through the API. */
@RestController
@RequestMapping("/api/v1/filings/{id}/report.csv")
class CsvApi {

    /** A cell that was not taken as it stood. */
    record CleanedCell(String field, String place, String typed, String value, String message) {
    }

    /** The draft's new version; what was cleaned, and which cells of tables were left alone. */
    record Saved(int version, Instant savedAt, List<CleanedCell> cleaned, List<String> ignored) {
    }

    private final CsvReports reports;
    private final RefusalTexts texts;

    CsvApi(CsvReports reports, RefusalTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    @GetMapping(produces = {"text/csv", "application/octet-stream"})
    ResponseEntity<byte[]> csv(@PathVariable long id, Actor actor, Locale locale) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + id + ".csv\"")
                .body(reports.csv(id, actor, locale));
    }

    /** @param version the draft's version the file was made from */
    @PutMapping(consumes = "text/csv")
    Saved save(@PathVariable long id, @RequestParam int version, @RequestBody byte[] file, Actor actor, Locale locale) {
        CsvReports.Saved saved = reports.save(id, version, file, actor);
        return new Saved(saved.draft().version(), saved.draft().savedAt(),
                saved.cleaned().stream().map(note -> cleaned(note, locale)).toList(), saved.ignored());
    }

    private CleanedCell cleaned(CellNote note, Locale locale) {
        return new CleanedCell(note.path(), note.place(), note.typed(), note.value(),
                note.texts().stream().map(t -> texts.of(t, locale)).collect(Collectors.joining("; ")));
    }
}
