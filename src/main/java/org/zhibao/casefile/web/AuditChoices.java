package org.zhibao.casefile.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.casefile.CaseKind;
import org.zhibao.casefile.CaseRights;
import org.zhibao.filing.FilingStatus;
import org.zhibao.period.Periods;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;

/** What an auditor may choose from. */
@RestController
@RequestMapping("/api/v1/audit/choices")
class AuditChoices {

    /** A code with its name. */
    record Choice(String code, String name) {
    }

    /** A city with its counties. */
    record City(String code, String name, List<Choice> counties) {
    }

    /** Periods (the latest first), areas, statuses. */
    record Choices(List<Choice> periods, List<City> cities, List<Choice> statuses, List<Choice> kinds) {
    }

    private final Periods periods;
    private final Registry registry;
    private final CaseViews views;
    private final CaseWords words;

    AuditChoices(Periods periods, Registry registry, CaseViews views, CaseWords words) {
        this.periods = periods;
        this.registry = registry;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    Choices choices(Actor actor, Locale locale) {
        CaseRights.require(actor);
        return new Choices(periods.all().stream().map(p -> new Choice(p.code(), views.quarter(p.code(), locale))).toList(),
                registry.cities().stream().filter(c -> sees(actor, c)).map(this::city).toList(),
                Arrays.stream(FilingStatus.values()).map(s -> new Choice(s.name(), views.text("status." + s, locale)))
                        .toList(),
                Arrays.stream(CaseKind.values()).map(k -> new Choice(k.name(), words.kind(k, locale))).toList());
    }

    private static boolean sees(Actor actor, Region city) {
        return actor.area().endsWith("0000") || city.code().substring(0, 4).equals(actor.area().substring(0, 4));
    }

    private City city(Region city) {
        return new City(city.code(), city.name(),
                registry.counties(city.code()).stream().map(c -> new Choice(c.code(), c.name())).toList());
    }
}
