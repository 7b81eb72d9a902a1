package org.zhibao.oversight.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.period.Periods;
import org.zhibao.period.ReportingPeriod;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;

/** What a reader may filter worklists by. */
@Component
class WorklistChoices {

    private final Supplier<List<Region>> cities;
    private final Function<String, List<Region>> counties;
    private final Supplier<List<String>> periods;
    private final Supplier<Optional<String>> currentPeriod;

    @Autowired
    WorklistChoices(Registry registry, Periods periods) {
        this(registry::cities, registry::counties, () -> periods.all().stream().map(ReportingPeriod::code).toList(),
                () -> periods.current().map(ReportingPeriod::code));
    }

    WorklistChoices(Supplier<List<Region>> cities, Function<String, List<Region>> counties,
                    Supplier<List<String>> periods, Supplier<Optional<String>> currentPeriod) {
        this.cities = cities;
        this.counties = counties;
        this.periods = periods;
        this.currentPeriod = currentPeriod;
    }

    /** Codes of all periods, the latest first. */
    List<String> periods() {
        return periods.get();
    }

    /** The period a list shows if none is asked for: the current one, else the latest; null before there is any. */
    String defaultPeriod() {
        return currentPeriod.get().or(() -> periods().stream().findFirst()).orElse(null);
    }

    /** The cities and counties within the reader's area; empty if it covers one county only. */
    List<AreaChoice> areas(Actor actor) {
        return switch (actor.sight()) {
            case COUNTY, ENTERPRISE, GROUP, SECURITY -> List.of();
            case CITY -> cities.get().stream().filter(c -> c.code().equals(actor.area())).map(this::city).toList();
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> cities.get().stream().map(this::city).toList();
        };
    }

    /** Names of the areas by their codes. */
    static Map<String, String> names(List<AreaChoice> areas) {
        return areas.stream().flatMap(a -> Stream.concat(Stream.of(a), a.parts().stream()))
                .collect(Collectors.toMap(AreaChoice::code, AreaChoice::name, (a, b) -> a));
    }

    /** Names of all areas a filing in the reader's lists may lie in. */
    Map<String, String> names(Actor actor) {
        return actor.role() == Role.COUNTY || actor.role() == Role.GROUP
                ? names(cities.get().stream().map(this::city).toList())
                : names(areas(actor));
    }

    private AreaChoice city(Region city) {
        return new AreaChoice(city.code(), city.name(),
                counties.apply(city.code()).stream().map(c -> new AreaChoice(c.code(), c.name(), List.of())).toList());
    }
}
