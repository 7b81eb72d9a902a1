package org.zhibao.operation;

import java.util.List;

/**
 * A process with its versions, the latest first, and where its cases stand.
 *
 * @param key  such as {@code filing}
 * @param name as people read it
 */
public record CaseProcess(String key, String name, List<CaseVersion> versions, List<Position> positions) {

    /**
     * How many cases stand at a step. A case that does several things at once stands at several.
     *
     * @param activity the step's id
     * @param name     the step's name; its id if it has none
     */
    public record Position(int version, String activity, String name, long cases) {
    }

    /** How many cases are open. */
    public long open() {
        return versions.stream().mapToLong(CaseVersion::open).sum();
    }

    /** The version new cases begin with. */
    public int latest() {
        return versions.get(0).version();
    }

    /** Whether cases go by older versions. */
    public boolean behind() {
        return versions.stream().anyMatch(v -> !v.latest() && v.open() > 0);
    }

    /** Where the cases of a version stand, the most first. */
    public List<Position> positions(int version) {
        return positions.stream().filter(p -> p.version() == version).toList();
    }
}
