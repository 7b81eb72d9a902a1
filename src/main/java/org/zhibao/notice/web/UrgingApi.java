package org.zhibao.notice.web;

import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.notice.Urging;
import org.zhibao.notice.UrgingPreview;
import org.zhibao.notice.UrgingRecord;
import org.zhibao.notice.Urgings;

/** Urging through the API. */
@RestController
@RequestMapping("/api/v1/urgings")
class UrgingApi {

    /** Whom to urge, and with what sentence; empty means any. */
    record Body(Long filing, String period, String area, String status, Boolean overdue, String text, String sentence) {

        UrgingRequest request() {
            return new UrgingRequest(filing, period, area, status, overdue, text);
        }
    }

    /** An urging and how far it has come. */
    record View(long id, String byUser, String byName, Role level, String area, String sentence, int expected,
                int nothingToDo, long looked, long urged, long capped, long noAccount, Instant startedAt,
                Instant finishedAt) {

        static View of(Urging u) {
            return new View(u.id(), u.byUser(), u.byName(), u.level(), u.area(), u.sentence(), u.expected(),
                    u.nothingToDo(), u.looked(), u.urged(), u.capped(), u.noAccount(), u.startedAt(), u.finishedAt());
        }
    }

    /** The latest first; {@code next} is null on the last page. */
    record Page(List<View> urgings, long total, Long next) {
    }

    private final Urgings urgings;
    private final UrgingRecord record;

    UrgingApi(Urgings urgings, UrgingRecord record) {
        this.urgings = urgings;
        this.record = record;
    }

    @GetMapping
    Page urgings(@RequestParam(required = false) Long before, @RequestParam(defaultValue = "30") int size,
                 Actor actor) {
        UrgingRecord.Page page = record.page(actor, before, size);
        return new Page(page.urgings().stream().map(View::of).toList(), page.total(), page.next());
    }

    /** What urging would do now; changes nothing. */
    @PostMapping("/preview")
    UrgingPreview preview(@RequestBody Body body, Actor actor) {
        return urgings.preview(body.request().scope(), actor);
    }

    /** Begins to urge; a retry with the same key finds the same urging. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View urge(@RequestHeader("Idempotency-Key") String key, @RequestBody Body body, Actor actor) {
        return urging(urgings.start(body.request().scope(), body.sentence(), key, actor), actor);
    }

    @GetMapping("/{id}")
    View urging(@PathVariable long id, Actor actor) {
        return View.of(record.urging(id, actor));
    }

    /** What became of each report, and who has read of it. */
    @GetMapping("/{id}/targets")
    UrgingRecord.Targets targets(@PathVariable long id, @RequestParam(defaultValue = "ALL") UrgingRecord.Filter show,
                                 @RequestParam(required = false) Long after,
                                 @RequestParam(defaultValue = "50") int size, Actor actor) {
        return record.targets(id, show, after, size, actor);
    }
}
