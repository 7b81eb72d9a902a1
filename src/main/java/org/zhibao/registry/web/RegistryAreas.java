package org.zhibao.registry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.registry.Region;
import org.zhibao.registry.Registry;
import org.zhibao.registry.RegistryRights;

/** The regions of a reader's area, to choose from and to be named; templates know it as {@code @registryAreas}. */
@Component("registryAreas")
class RegistryAreas {

    private final Registry registry;

    RegistryAreas(Registry registry) {
        this.registry = registry;
    }

    /** Today's cities of the reader's area, each with its counties; empty for a county. */
    Map<Region, List<Region>> choices(Actor actor) {
        Map<Region, List<Region>> choices = new LinkedHashMap<>();
        String prefix = RegistryRights.prefix(actor.area());
        registry.cities().stream().filter(city -> city.code().startsWith(prefix))
                .forEach(city -> choices.put(city, registry.counties(city.code())));
        return choices;
    }

    /** City and county by name; codes that have none as they are. */
    public String name(String city, String county) {
        return name(city) + " " + name(county);
    }

    /** The name of a region. */
    public String name(String code) {
        return registry.findRegion(code).map(Region::name).orElse(code);
    }
}
