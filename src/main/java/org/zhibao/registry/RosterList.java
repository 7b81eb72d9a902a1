package org.zhibao.registry;

import org.zhibao.refusal.Refusal;

/**
 * One list of units.
 *
 * @param kind whose
 * @param term of when: a year, {@code 2026}, or for a quarterly list a quarter, {@code 2026Q3}
 */
public record RosterList(ListKind kind, String term) {

    private static final String YEAR = "20(1[3-9]|[2-9][0-9])";

    /** @throws Refusal 422 if there is no such list */
    public RosterList {
        if (kind == null) {
            throw Refusal.field("kind", "registry.list.kind");
        }
        if (term == null || !term.matches(kind.quarterly() ? YEAR + "Q[1-4]" : YEAR)) {
            throw Refusal.field("term", kind.quarterly() ? "registry.list.quarter" : "registry.list.year");
        }
    }

    /** The year it is of. */
    public int year() {
        return Integer.parseInt(term.substring(0, 4));
    }

    /** As the audit trail names it. */
    String subject() {
        return "roster/" + kind + "/" + term;
    }
}
