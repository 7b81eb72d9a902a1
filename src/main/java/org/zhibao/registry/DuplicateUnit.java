package org.zhibao.registry;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** A unit of this organisation code or unified social credit code is in the registry already. */
public class DuplicateUnit extends Refusal {

    DuplicateUnit(String code) {
        super(Kind.CONFLICT, new Text("registry.unit.duplicate", Quoted.of(code)), List.of(), Map.of());
    }
}
