package org.zhibao.filing.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhibao.filing.CheckResult;
import org.zhibao.filing.FilingDossier;
import org.zhibao.filing.workbook.CellNote;
import org.zhibao.filing.workbook.Choice;
import org.zhibao.filing.workbook.Preview;
import org.zhibao.filing.workbook.Workbooks;
import org.zhibao.indicator.Dictionary;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.ValueType;
import org.zhibao.refusal.Refusal;
import org.zhibao.rule.Finding;
import org.zhibao.web.Presentation;
import org.zhibao.web.RefusalTexts;

/** An uploaded workbook as its page shows it, in the reader's language. */
@Component
class WorkbookView {

    /** What a page shows of an upload. */
    record View(String fileName, Instant uploadedAt, String sha256, int fileVersion, int draftVersion, int read,
                List<NoteView> cleaned, List<NoteView> problems, List<ChangeView> changes, List<ChangeView> conflicts,
                List<FindingView> findings, CheckResult check) {

        /** Whether there is nothing to take over. */
        public boolean same() {
            return changes.isEmpty() && conflicts.isEmpty();
        }
    }

    /** A cell of the file with what is to be said about it. */
    record NoteView(String place, String name, String typed, String value, String text) {
    }

    /** A part of the report that the file changes. */
    record ChangeView(String key, String name, String mine, String theirs) {
    }

    record FindingView(String severity, String rule, String place, String name, String message, boolean explained,
                       String refusal) {
    }

    private static final int SHOWN = 160;

    private final RefusalTexts texts;
    private final IndicatorCatalogue catalogue;
    private final Presentation show;

    WorkbookView(RefusalTexts texts, IndicatorCatalogue catalogue, Presentation show) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.show = show;
    }

    View of(Preview p, FilingDossier dossier, Locale locale) {
        Paths paths = new Paths(dossier.form(), locale);
        return new View(p.fileName(), p.uploadedAt(), p.sha256(), p.fileVersion(), p.draftVersion(), p.read(),
                p.cleaned().stream().map(n -> note(n, paths, locale)).toList(),
                p.problems().stream().map(n -> note(n, paths, locale)).toList(),
                p.choices().stream().filter(c -> !c.conflict()).map(c -> change(c, p, dossier, locale)).toList(),
                p.choices().stream().filter(Choice::conflict).map(c -> change(c, p, dossier, locale)).toList(),
                p.check().findings().stream().map(f -> finding(f, p, paths, locale)).toList(), p.check());
    }

    /** The content of an uploaded file; refused before it is read into memory if it is too large for a workbook. */
    byte[] content(MultipartFile file) throws IOException {
        if (file.getSize() > Workbooks.MOST_MEGABYTES * 1_000_000L) {
            throw Refusal.field("file", "workbook.refused.too-big", Workbooks.MOST_MEGABYTES);
        }
        return file.getBytes();
    }

    /** Why something was refused: one line each. */
    List<String> lines(Refusal refused, Locale locale) {
        return refused.fields().isEmpty() ? List.of(texts.of(refused.text(), locale))
                : refused.fields().stream().map(f -> texts.of(f.text(), locale)).toList();
    }

    String text(String key, Locale locale) {
        return texts.of(key, locale);
    }

    private NoteView note(CellNote note, Paths paths, Locale locale) {
        return new NoteView(note.place(), paths.name(note.path()), note.typed(), note.value(), note.texts().stream()
                .map(t -> texts.of(t, locale)).collect(Collectors.joining(paths.english() ? ", " : "、")));
    }

    private ChangeView change(Choice choice, Preview preview, FilingDossier dossier, Locale locale) {
        Paths paths = new Paths(dossier.form(), locale);
        return new ChangeView(choice.key(), name(choice, preview, paths, dossier, locale),
                shown(choice, choice.mine(), paths, locale), shown(choice, choice.theirs(), paths, locale));
    }

    private String name(Choice choice, Preview preview, Paths paths, FilingDossier dossier, Locale locale) {
        if (choice.cell()) {
            return paths.name(choice.code());
        }
        if (choice.table()) {
            return choice.code() + dossier.form().group(choice.code()).map(g -> " " + g.name(locale)).orElse("");
        }
        if (choice.key().startsWith("signatories/")) {
            return text("form." + choice.code(), locale);
        }
        if (choice.code().startsWith("return/")) {
            return text("form.answer", locale);
        }
        if (choice.code().startsWith("point/")) {
            return text("js.conflict.point", locale);
        }
        return preview.check().findings().stream().filter(f -> f.fingerprint().equals(choice.code())).findFirst()
                .map(f -> texts.of("workbook.change.explanation", locale, f.rule())).orElseGet(
                        () -> texts.of("workbook.change.explanation", locale, ""));
    }

    private String shown(Choice choice, String value, Paths paths, Locale locale) {
        String shown = choice.cell() ? paths.indicator(choice.code()).map(i -> shown(i, value, locale)).orElse(value)
                : value;
        return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    }

    private String shown(Indicator indicator, String value, Locale locale) {
        if (Figures.NOT_APPLICABLE.equals(value)) {
            return text("form.na", locale);
        }
        if (indicator.type() == ValueType.CODE || indicator.type() == ValueType.CODES) {
            Dictionary dictionary = catalogue.dictionary(indicator.dictionary());
            return Arrays.stream(value.split(",")).map(code -> dictionary.entry(code)
                    .map(e -> e.code() + " " + e.name(locale)).orElse(code)).collect(Collectors.joining(", "));
        }
        return indicator.numeric() ? show.number(value) : value;
    }

    private FindingView finding(Finding f, Preview p, Paths paths, Locale locale) {
        Refusal.Text refused = p.check().refused().get(f.fingerprint());
        String cell = f.fields().stream().filter(p.places()::containsKey).findFirst()
                .orElse(f.fields().isEmpty() ? "" : f.fields().get(0));
        return new FindingView(f.severity().name(), f.rule(), p.places().getOrDefault(cell, ""), paths.name(cell),
                f.message(locale), p.check().explanations().containsKey(f.fingerprint()),
                refused == null ? "" : texts.of(refused, locale));
    }
}
