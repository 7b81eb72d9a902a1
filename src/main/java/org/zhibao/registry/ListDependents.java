package org.zhibao.registry;

import java.util.Collection;
import java.util.Optional;
import org.zhibao.refusal.Refusal;

/** Another feature's say when the import of a list is to be undone: what it has built on it. */
public interface ListDependents {

    /**
     * What depends on a list, or on units that are to be removed from the registry; empty if nothing does.
     *
     * @param list     the list as a whole
     * @param newUnits organisation codes of the units the import registered
     */
    Optional<Refusal.Text> on(RosterList list, Collection<String> newUnits);
}
