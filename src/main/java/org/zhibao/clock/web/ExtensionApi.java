package org.zhibao.clock.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.clock.DueChange;
import org.zhibao.clock.ExtensionList;
import org.zhibao.clock.ExtensionPlan;
import org.zhibao.clock.ExtensionRequest;
import org.zhibao.clock.Extensions;
import org.zhibao.filing.Stage;

/** Extensions through the API. */
@RestController
@RequestMapping("/api/v1/extensions")
class ExtensionApi {

    /** What an extension is for: one filing, or a period's open tasks of an area at a stage. */
    record Body(Long filingId, String period, Stage stage, String area, LocalDate day, String reason) {

        ExtensionRequest request() {
            return new ExtensionRequest(filingId, period, stage, area, day, reason);
        }
    }

    /** An extension granted; {@code filingId} is null if it is for many. */
    record View(long id, String period, Stage stage, String area, Long filingId, Instant due, String reason,
                String byName, Instant at, DueChange.State state, int cases) {

        static View of(DueChange c) {
            return new View(c.id(), c.period(), c.stage(), c.area(), c.filingId(), c.newDue(), c.reason(), c.byName(),
                    c.at(), c.state(), c.cases());
        }
    }

    /** One page, the latest first; {@code next} is null on the last. */
    record Page(List<View> extensions, long total, Long next) {
    }

    private static final int PAGE_SIZE = 50;

    private final Extensions extensions;
    private final ExtensionList list;

    ExtensionApi(Extensions extensions, ExtensionList list) {
        this.extensions = extensions;
        this.list = list;
    }

    /** @param before the {@code next} of the page before */
    @GetMapping
    Page extensions(@RequestParam(required = false) Long before, Actor actor) {
        ExtensionList.Page page = list.page(before, PAGE_SIZE, actor);
        return new Page(page.entries().stream().map(e -> View.of(e.change())).toList(), page.total(), page.next());
    }

    @PostMapping("/preview")
    ExtensionPlan preview(@RequestBody Body body, Actor actor) {
        return extensions.plan(body.request(), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View grant(@RequestBody Body body, Actor actor) {
        return View.of(extensions.grant(body.request(), actor));
    }
}
