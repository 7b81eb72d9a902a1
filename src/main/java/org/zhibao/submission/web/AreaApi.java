package org.zhibao.submission.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.submission.AreaActions;
import org.zhibao.submission.AreaDesk;
import org.zhibao.submission.AreaView;

/** The submissions of cities and of the province through the API. */
@RestController
@RequestMapping("/api/v1/periods/{period}/areas")
class AreaApi {

    /** Why units (cities) that are not complete may be missing, by their codes. */
    record Signing(Map<String, String> explanations) {
    }

    /** Why a submission is sent back, and until when, in working days from today. */
    record SendingBack(String reason, Integer workingDays) {
    }

    private final AreaDesk desk;
    private final AreaActions actions;

    AreaApi(AreaDesk desk, AreaActions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    @GetMapping
    List<AreaDesk.Line> all(@PathVariable String period, Actor actor) {
        return desk.lines(period, actor);
    }

    @GetMapping("/{area}")
    AreaView one(@PathVariable String period, @PathVariable String area, Actor actor) {
        return desk.view(period, area, actor);
    }

    @PostMapping("/{area}/signature")
    @ResponseStatus(HttpStatus.CREATED)
    AreaView.Signature sign(@PathVariable String period, @PathVariable String area, @RequestBody Signing signing,
                            Actor actor) {
        return actions.sign(period, area, signing.explanations() == null ? Map.of() : signing.explanations(), actor);
    }

    @PostMapping("/{area}/acceptance")
    AreaView accept(@PathVariable String period, @PathVariable String area, Actor actor) {
        actions.accept(period, area, actor);
        return desk.view(period, area, actor);
    }

    @PostMapping("/{area}/return")
    AreaView sendBack(@PathVariable String period, @PathVariable String area, @RequestBody SendingBack back,
                      Actor actor) {
        actions.sendBack(period, area, back.reason(), back.workingDays(), actor);
        return desk.view(period, area, actor);
    }

    /** The bytes that were signed. */
    @GetMapping(value = "/{area}/signatures/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] signature(@PathVariable String period, @PathVariable String area, @PathVariable int number, Actor actor) {
        return desk.signature(period, area, number, actor);
    }
}
