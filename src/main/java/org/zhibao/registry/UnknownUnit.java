package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** No unit of this organisation code is in the registry. */
public class UnknownUnit extends Refusal {

    UnknownUnit(String orgCode) {
        super(Kind.NOT_FOUND, new Text("registry.unit.unknown", Quoted.of(orgCode)), List.of(), Map.of());
    }
}
