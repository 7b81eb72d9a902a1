package org.zhibao.oversight.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.PeriodRosters;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.YearlyRosters;

/** The roster of a period through the API: staff of the province and above read it, administrators change it. */
@RestController
@RequestMapping("/api/v1")
class RosterApi {

    /** What an administrator changes about a unit: {@code ADDED} or {@code LEFT_OUT}, and why. */
    record Adjustment(String orgCode, PeriodRosters.Kind kind, String reason) {
    }

    /** A year's list. */
    record YearlyList(int year, int units) {
    }

    private static final int MOST = 200;

    private final PeriodRosters rosters;
    private final YearlyRosters lists;

    RosterApi(PeriodRosters rosters, YearlyRosters lists) {
        this.rosters = rosters;
        this.lists = lists;
    }

    @GetMapping("/periods/{code}/roster")
    PeriodRosters.Glance glance(@PathVariable String code, Actor actor) {
        requireStaff(actor);
        return rosters.glance(code);
    }

    /**
     * @param part  which units: all, new ones, dropped ones, those an administrator changed
     * @param after organisation code to go on after
     * @param size  1 to 200
     */
    @GetMapping("/periods/{code}/roster/units")
    PeriodRosters.Page units(@PathVariable String code, @RequestParam(defaultValue = "ALL") PeriodRosters.Part part,
                             @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int size,
                             Actor actor) {
        requireStaff(actor);
        if (size < 1 || size > MOST) {
            throw Refusal.field("size", "worklist.size", MOST);
        }
        return rosters.page(code, part, after, size);
    }

    @PostMapping("/periods/{code}/roster/adjustments")
    PeriodRosters.Glance adjust(@PathVariable String code, @RequestBody Adjustment adjustment, Actor actor) {
        if (adjustment.kind() == PeriodRosters.Kind.ADDED) {
            rosters.add(code, adjustment.orgCode(), adjustment.reason(), actor);
        } else if (adjustment.kind() == PeriodRosters.Kind.LEFT_OUT) {
            rosters.leaveOut(code, adjustment.orgCode(), adjustment.reason(), actor);
        } else {
            throw Refusal.field("kind", "roster.kind");
        }
        return rosters.glance(code);
    }

    @DeleteMapping("/periods/{code}/roster/adjustments/{orgCode}")
    PeriodRosters.Glance undo(@PathVariable String code, @PathVariable String orgCode, Actor actor) {
        rosters.undo(code, orgCode, actor);
        return rosters.glance(code);
    }

    /** Takes last year's lists over to a year that has none. */
    @PostMapping("/rosters/{year}/copy")
    @ResponseStatus(HttpStatus.CREATED)
    YearlyList copy(@PathVariable int year, Actor actor) {
        return new YearlyList(year, lists.copyLastYear(year, actor));
    }

    private static void requireStaff(Actor actor) {
        if (!actor.administersPlatform() && actor.role() != Role.PROVINCE && actor.sight() != Role.AUDITOR) {
            throw Refusal.forbidden("roster.staff-only");
        }
    }
}
