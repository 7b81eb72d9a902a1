package org.zhibao.filing.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.FormAids;

/** What the form asks for when a person wants to know more. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
class FormAidsApi {

    private final FormAids aids;

    FormAidsApi(FormAids aids) {
        this.aids = aids;
    }

    @GetMapping("/help")
    Map<String, FormAids.Help> help(@PathVariable long id, Actor actor, Locale locale) {
        return aids.help(id, actor, locale);
    }

    @GetMapping("/trends")
    FormAids.Trends trends(@PathVariable long id, Actor actor) {
        return aids.trends(id, actor);
    }

    @GetMapping("/last-report")
    FormAids.LastReport lastReport(@PathVariable long id, Actor actor) {
        return aids.lastReport(id, actor);
    }
}
