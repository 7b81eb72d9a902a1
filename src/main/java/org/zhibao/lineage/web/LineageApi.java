package org.zhibao.lineage.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.lineage.Successions;
import org.zhibao.lineage.YearMatches;

/** Which unit follows which (沿革), through the API. */
@RestController
@RequestMapping("/api/v1/lineage")
class LineageApi {

    /** Why it is taken back. */
    record Revocation(String reason) {
    }

    private final YearMatches matches;
    private final Successions successions;

    LineageApi(YearMatches matches, Successions successions) {
        this.matches = matches;
        this.successions = successions;
    }

    /**
     * What may be the same unit on a year's list and the one before.
     *
     * @param year of the new list; without it the latest there is
     */
    @GetMapping("/matches")
    YearMatches.Comparison matches(@RequestParam(required = false) Integer year, Actor actor) {
        return matches.compare(year != null ? year : matches.latest(), actor);
    }

    /** Records who follows whom; gives the id of the record. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Long> record(@RequestBody SuccessionForm form, Actor actor) {
        return Map.of("id", successions.record(form.read(), actor));
    }

    /** Takes back what was recorded by mistake. */
    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @RequestBody(required = false) Revocation revocation, Actor actor) {
        successions.revoke(id, revocation == null ? null : revocation.reason(), actor);
    }
}
