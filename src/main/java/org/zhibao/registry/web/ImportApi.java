package org.zhibao.registry.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhibao.account.Actor;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ImportRow;
import org.zhibao.registry.ListImport;
import org.zhibao.registry.ListImports;
import org.zhibao.registry.ListKind;
import org.zhibao.registry.RegistryRights;
import org.zhibao.registry.RosterList;
import org.zhibao.web.RefusalTexts;

/** Imports of lists through the API: upload, preview, apply, undo. */
@RestController
@RequestMapping("/api/v1/registry/imports")
class ImportApi {

    private static final int MOST = 500;

    /** What is wrong in a row, in the reader's language. */
    record Problem(int line, String column, String message) {
    }

    /** A row of the preview. */
    record Row(int line, ImportRow.Kind kind, String orgCode, String name, List<ImportRow.Change> changes,
               List<Problem> problems) {
    }

    /** Rows of one kind; {@code next} is the number to go on after. */
    record Rows(List<Row> rows, int total, Integer next) {
    }

    /** Why an import is undone. */
    record Undo(String reason) {
    }

    private final ListImports imports;
    private final RefusalTexts texts;

    ImportApi(ListImports imports, RefusalTexts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** Takes a file as {@code multipart/form-data}, part {@code file}: XLSX or CSV of 10 MB at most. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListImport upload(@RequestParam(required = false) ListKind kind, @RequestParam(required = false) String term,
                      @RequestParam(required = false) MultipartFile file, Actor actor) throws IOException {
        RegistryRights.requireKeeper(actor);
        RosterList list = new RosterList(kind, term);
        return imports.find(imports.upload(list, file == null ? "" : file.getOriginalFilename(),
                file == null ? new byte[0] : file.getBytes(), actor), actor);
    }

    @GetMapping("/{id}")
    ListImport find(@PathVariable long id, Actor actor) {
        return imports.find(id, actor);
    }

    /** @param size 1 to 500 */
    @GetMapping("/{id}/rows")
    Rows rows(@PathVariable long id, @RequestParam(defaultValue = "NEW") ImportRow.Kind kind,
              @RequestParam(defaultValue = "0") int after,
              @RequestParam(defaultValue = "100") int size, Actor actor, Locale locale) {
        if (size < 1 || size > MOST) {
            throw Refusal.field("size", "worklist.size", MOST);
        }
        ListImports.Page page = imports.rows(id, kind, after, size, actor);
        return new Rows(page.rows().stream().map(row -> new Row(row.line(), row.kind(), row.orgCode(), row.name(),
                row.changes(), row.problems().stream().map(p -> new Problem(p.line(), p.column(),
                        texts.of(p.text(), locale))).toList())).toList(), page.total(), page.next());
    }

    /** Applies it; answers 409 and makes the preview anew if the registry has changed since. */
    @PostMapping("/{id}/application")
    ListImport apply(@PathVariable long id, Actor actor) {
        try {
            imports.apply(id, actor);
        } catch (Refusal refused) {
            if (refused.properties().containsKey("stale")) {
                imports.renew(id, actor);
            }
            throw refused;
        }
        return imports.find(id, actor);
    }

    @PostMapping("/{id}/undo")
    ListImport undo(@PathVariable long id, @RequestBody Undo undo, Actor actor) {
        imports.undo(id, undo.reason(), actor);
        return imports.find(id, actor);
    }
}
