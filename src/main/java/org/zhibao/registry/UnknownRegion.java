package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** No region of this code is there, or none at the level asked for, or none on the day asked for. */
public class UnknownRegion extends Refusal {

    UnknownRegion(String code) {
        this(new Text("registry.region.unknown", Quoted.of(code)));
    }

    /** @param why says which day the region began or ended, and what took its place */
    UnknownRegion(Text why) {
        super(Kind.NOT_FOUND, why, List.of(), Map.of());
    }
}
