package org.zhibao.registry;

import java.util.List;
import org.zhibao.account.Actor;

/** What features beside the registry know was done about a unit, for its history. */
public interface UnitActs {

    /** Acts about the unit of this organisation code, in any order; a link leads only where the actor may go. */
    List<UnitView.Act> about(String orgCode, Actor actor);
}
