package org.zhibao.clock.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;

/** The areas a reader may choose from, and the names of areas. */
@Component
class AreaChoices {

    /** A city with its counties. */
    record City(String code, String name, List<Region> counties) {
    }

    private final Registry registry;

    AreaChoices(Registry registry) {
        this.registry = registry;
    }

    /** The cities and counties within the reader's area; empty if it covers one county only. */
    List<City> of(Actor actor) {
        return switch (actor.sight()) {
            case COUNTY, ENTERPRISE, GROUP, SECURITY -> List.of();
            case CITY -> registry.cities().stream().filter(c -> c.code().equals(actor.area())).map(this::city).toList();
            case PROVINCE, ADMIN, AUDITOR, SUPPORT -> registry.cities().stream().map(this::city).toList();
        };
    }

    private City city(Region city) {
        return new City(city.code(), city.name(), registry.counties(city.code()));
    }

    /** The name of an area; its code if it has none. */
    String name(String code) {
        return registry.findRegion(code).map(Region::name).orElse(code);
    }
}
