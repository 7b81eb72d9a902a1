package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.file.ListReader;

/**
 * Imports lists of units from files (W20): previewed first; applied and undone each in one transaction, so that a crash in
 * the middle leaves nothing half done.
 */
@Service
@Transactional
public class ListImports {

    /** One page of rows: {@code next} is the number to go on after; null on the last page. */
    public record Page(List<ImportRow> rows, int total, Integer next) {
    }

    private static final int LATEST = 30;
    private static final int LONGEST_NAME = 200;

    private final ListReader reader;
    private final ImportPlanner planner;
    private final ImportStore store;
    private final ImportRun run;
    private final AuditTrail audit;

    ListImports(ListReader reader, ImportPlanner planner, ImportStore store, ImportRun run, AuditTrail audit) {
        this.reader = reader;
        this.planner = planner;
        this.store = store;
        this.run = run;
        this.audit = audit;
    }

    /**
     * Takes a file and works out what it would do; changes nothing in the registry.
     *
     * @return the import's id
     * @throws Refusal 403 for a list the actor does not keep, 422 if the file is no list or another one
     */
    public long upload(RosterList list, String fileName, byte[] content, Actor actor) {
        requireKeeper(list.kind(), actor);
        ImportPlan plan = planner.plan(reader.read(content, list), list, actor.area());
        long id = store.add(list, actor.area(), cut(fileName), content, plan, actor);
        audit.record(actor.who(), "LIST_UPLOADED", list.subject(), "import " + id + ", sha256 " + Sha256.of(content));
        return id;
    }

    /** The import; refused if it is of another area. */
    @Transactional(readOnly = true)
    public ListImport find(long id, Actor actor) {
        RegistryRights.requireReader(actor);
        return visible(store.find(id).orElseThrow(() -> unknown(id)), actor);
    }

    /** The latest imports of the actor's area. */
    @Transactional(readOnly = true)
    public List<ListImport> latest(Actor actor) {
        RegistryRights.requireReader(actor);
        return store.latest(RegistryRights.prefix(actor.area()), LATEST);
    }

    /** Rows of an import. */
    @Transactional(readOnly = true)
    public Page rows(long id, ImportRow.Kind kind, int after, int size, Actor actor) {
        ListImport imported = find(id, actor);
        Map<Integer, ImportRow> found = store.rows(id, kind, after, size + 1);
        List<Integer> numbers = found.keySet().stream().limit(size).toList();
        return new Page(numbers.stream().map(found::get).toList(), imported.count(kind),
                found.size() > size ? numbers.get(size - 1) : null);
    }

    /**
     * Applies an import.
     *
     * @throws Refusal 409 if rows are wrong, if it is applied already, or if the registry has changed since the preview, which
     *                 is then made anew by {@link #renew}
     */
    public void apply(long id, Actor actor) {
        ListImport imported = lock(id, actor);
        if (imported.state() != ListImport.State.PREVIEWED) {
            throw Refusal.conflict("registry.import.state." + imported.state());
        }
        RosterList list = imported.list();
        ImportPlan plan = planner.plan(reader.read(store.content(id), list), list, imported.area());
        if (!plan.fingerprint().equals(store.fingerprint(id))) {
            throw Refusal.conflict("registry.import.stale").with("stale", true);
        }
        if (!plan.applicable()) {
            throw Refusal.conflict("registry.import.wrong-rows", String.valueOf(imported.count(ImportRow.Kind.WRONG)));
        }
        run.apply(id, list, plan, actor.who());
        store.applied(id, actor);
        audit.record(actor.who(), "LIST_IMPORTED", list.subject(), "import " + id + ", " + imported.counts() + ", sha256 "
                + imported.sha256());
    }

    /** Works out anew what an import would do, after the registry has changed. */
    public void renew(long id, Actor actor) {
        ListImport imported = lock(id, actor);
        if (imported.state() == ListImport.State.PREVIEWED) {
            store.replan(id, planner.plan(reader.read(store.content(id), imported.list()), imported.list(),
                    imported.area()));
            audit.record(actor.who(), "LIST_PREVIEWED", imported.list().subject(), "import " + id);
        }
    }

    /**
     * Undoes an import: the list, the units and what they say are again as they were.
     *
     * @throws Refusal 409 if something depends on it, saying what
     */
    public void undo(long id, String reason, Actor actor) {
        ListImport imported = lock(id, actor);
        String why = RegistryTexts.reason(reason);
        if (imported.state() != ListImport.State.APPLIED) {
            throw Refusal.conflict("registry.import.not-applied");
        }
        store.laterInForce(imported).ifPresent(later -> {
            throw Refusal.conflict("registry.import.later", String.valueOf(later));
        });
        run.undo(id, imported.list(), actor.who());
        store.undone(id, actor);
        audit.record(actor.who(), "LIST_IMPORT_UNDONE", imported.list().subject(), "import " + id + ": " + why);
    }

    private ListImport lock(long id, Actor actor) {
        RegistryRights.requireKeeper(actor);
        ListImport imported = visible(store.lock(id).orElseThrow(() -> unknown(id)), actor);
        requireKeeper(imported.kind(), actor);
        return imported;
    }

    private static ListImport visible(ListImport imported, Actor actor) {
        if (!imported.area().startsWith(RegistryRights.prefix(actor.area()))) {
            throw Refusal.forbidden("registry.import.other-area");
        }
        return imported;
    }

    private static void requireKeeper(ListKind kind, Actor actor) {
        RegistryRights.requireKeeper(actor);
        if (!actor.administersPlatform() && !kind.keptByCities()) {
            throw Refusal.forbidden("registry.list.from-above");
        }
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound("registry.import.unknown", String.valueOf(id));
    }

    private static String cut(String fileName) {
        String name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}", "").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
