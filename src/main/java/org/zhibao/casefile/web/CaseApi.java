package org.zhibao.casefile.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.casefile.CaseFiles;
import org.zhibao.casefile.CaseKind;
import org.zhibao.casefile.CasePage;
import org.zhibao.casefile.CaseQuery;
import org.zhibao.casefile.CaseSearch;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Receipts;
import org.zhibao.filing.web.RevisionViews;
import org.zhibao.refusal.Refusal;
import org.zhibao.web.RefusalTexts;

/** Cases for auditors: found, told, shown. Nothing here changes anything. */
@RestController
@RequestMapping("/api/v1/audit/cases")
class CaseApi {

    private static final int MOST_ENTRIES = 500;

    /** One page; {@code next} is null on the last. */
    record Page(List<CaseViews.Line> cases, long total, String next) {
    }

    /** A kind of entries and how many there are. */
    record KindCount(CaseKind kind, String name, long count) {
    }

    /** A case from outside: where it stands, the processes it went through, its revisions. */
    record CaseView(CaseViews.Line filing, List<CaseViews.RunView> runs, List<RevisionSummary> revisions) {
    }

    /** Some entries of the timeline, of {@code total} that the kinds asked for have. */
    record Timeline(List<CaseWords.Entry> entries, int first, int total, List<KindCount> kinds) {
    }

    /** What the verification of a receipt says, in words, too. */
    record Verified(Receipts.Verdict verdict, String message) {
    }

    private final CaseSearch search;
    private final CaseFiles files;
    private final CaseViews views;
    private final CaseWords words;
    private final RevisionViews revisions;
    private final FilingDesk desk;
    private final Receipts receipts;
    private final RefusalTexts texts;

    CaseApi(CaseSearch search, CaseFiles files, CaseViews views, CaseWords words, RevisionViews revisions,
            FilingDesk desk, Receipts receipts, RefusalTexts texts) {
        this.search = search;
        this.files = files;
        this.views = views;
        this.words = words;
        this.revisions = revisions;
        this.desk = desk;
        this.receipts = receipts;
        this.texts = texts;
    }

    @GetMapping
    Page cases(@RequestParam(required = false) String period, @RequestParam(required = false) String area,
               @RequestParam(required = false) FilingStatus status, @RequestParam(required = false) String text,
               @RequestParam(required = false) String person, @RequestParam(required = false) CaseQuery.Course course,
               @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate until,
               @RequestParam(required = false) String after,
               @RequestParam(defaultValue = "" + CaseQuery.USUAL) int size, Actor actor, Locale locale) {
        CasePage page = search.page(new CaseQuery(period, area, status, text, person, course, from, until, after, size),
                actor);
        return new Page(page.cases().stream().map(c -> views.line(c, locale)).toList(), page.total(), page.next());
    }

    @GetMapping("/{id}")
    CaseView one(@PathVariable long id, Actor actor, Locale locale) {
        FilingSummary filing = files.require(id, actor);
        return new CaseView(views.line(filing, locale),
                files.runs(filing).stream().map(r -> views.run(r, locale)).toList(), desk.revisions(id, actor));
    }

    /** The timeline, oldest first; {@code kind} leaves only entries of these kinds. */
    @GetMapping("/{id}/timeline")
    Timeline timeline(@PathVariable long id, @RequestParam(required = false) Set<CaseKind> kind,
                      @RequestParam(defaultValue = "0") int first, @RequestParam(defaultValue = "100") int size,
                      Actor actor, Locale locale) {
        FilingSummary filing = files.require(id, actor);
        if (first < 0 || size < 1 || size > MOST_ENTRIES) {
            throw Refusal.field("size", "worklist.size", MOST_ENTRIES);
        }
        List<CaseWords.Entry> all = words.entries(files.timeline(filing), revisions.cellNames(id, actor, locale), locale);
        List<CaseWords.Entry> asked = kind == null || kind.isEmpty() ? all
                : all.stream().filter(e -> kind.contains(e.kind())).toList();
        return new Timeline(asked.stream().skip(first).limit(size).toList(), first, asked.size(), kinds(all, locale));
    }

    /** The diagram that a run went by: BPMN as it was deployed. */
    @GetMapping(path = "/{id}/runs/{run}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> diagram(@PathVariable long id, @PathVariable String run, Actor actor) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
                .body(files.diagram(files.require(id, actor), run));
    }

    /** A revision beside the one before. */
    @GetMapping("/{id}/revisions/{number}")
    RevisionViews.View revision(@PathVariable long id, @PathVariable int number, Actor actor, Locale locale) {
        files.require(id, actor);
        return revisions.of(id, number, actor, locale);
    }

    /** Whether the stored record still has the hash that its receipt says; computed anew. */
    @GetMapping("/{id}/revisions/{number}/verification")
    Verified verification(@PathVariable long id, @PathVariable int number, Actor actor, Locale locale) {
        files.require(id, actor);
        RevisionSummary receipt = desk.revision(id, number, actor).summary();
        Receipts.Verification said = receipts.verify(receipt.receipt(), receipt.sha256());
        return new Verified(said.verdict(), texts.of("receipt." + said.verdict(), locale));
    }

    private List<KindCount> kinds(List<CaseWords.Entry> all, Locale locale) {
        Map<CaseKind, Long> counts = all.stream().collect(Collectors.groupingBy(CaseWords.Entry::kind,
                Collectors.counting()));
        return Arrays.stream(CaseKind.values()).map(k -> new KindCount(k, words.kind(k, locale),
                counts.getOrDefault(k, 0L))).toList();
    }
}
