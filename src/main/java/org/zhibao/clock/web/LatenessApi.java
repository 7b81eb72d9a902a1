package org.zhibao.clock.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.clock.EscalationLevel;
import org.zhibao.clock.LatenessPage;
import org.zhibao.clock.LatenessQuery;
import org.zhibao.clock.LatenessRows;
import org.zhibao.filing.Stage;

/** The lateness ledger through the API. */
@RestController
@RequestMapping("/api/v1/lateness")
class LatenessApi {

    private final LatenessRows lateness;

    LatenessApi(LatenessRows lateness) {
        this.lateness = lateness;
    }

    /**
     * @param area  a city or county
     * @param open  whether the lateness goes on
     * @param level the highest level it was escalated to
     */
    @GetMapping
    LatenessPage lateness(@RequestParam(required = false) String period, @RequestParam(required = false) Stage stage,
                          @RequestParam(required = false) String area, @RequestParam(required = false) Boolean open,
                          @RequestParam(required = false) EscalationLevel level,
                          @RequestParam(required = false) String after,
                          @RequestParam(defaultValue = "" + LatenessQuery.USUAL) int size, Actor actor) {
        return lateness.page(new LatenessQuery(period, stage, area, open, level, after, size), actor);
    }
}
