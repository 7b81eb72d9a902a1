package org.zhibao.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.period.Quarter;

/**
 * All versions of all rules, compiled once each. Every question first compares one small row with the database, so that
 * a change takes effect at once on every node.
 */
@Component
class RuleBook {

    private record Held(String stamp, List<RuleVersion> versions, Map<String, RuleSet> sets) {
    }

    private final RuleStore store;
    private final IndicatorCatalogue catalogue;
    private final RuleCompiler compiler;
    /** A version never changes, so its compiled form is kept for good. */
    private final Map<Long, Rule> compiled = new ConcurrentHashMap<>();
    private volatile Held held = new Held("", List.of(), Map.of());

    RuleBook(RuleStore store, IndicatorCatalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
        this.compiler = new RuleCompiler(catalogue);
    }

    /** The rules for the reports of a period in a city. */
    RuleSet inForce(Quarter period, String city) {
        Held now = current();
        return now.sets.computeIfAbsent(period + " " + city, key -> new RuleSet(catalogue,
                versions(now, period).stream().filter(v -> v.provincial() || v.area().equals(city))
                        .map(this::rule).toList()));
    }

    /** For a period, the version of each rule that counts; retired rules are left out. */
    List<RuleVersion> versions(Quarter period) {
        return versions(current(), period);
    }

    /** Every version there is, by code and version. */
    List<RuleVersion> all() {
        return current().versions;
    }

    /** The latest version of each rule, whenever it takes effect, retired ones too. */
    List<RuleVersion> latest() {
        Map<String, RuleVersion> latest = new TreeMap<>();
        current().versions.forEach(v -> latest.put(v.code(), v));
        return inOrder(latest);
    }

    /** The version of a rule that counts for a period. */
    Optional<RuleVersion> find(String code, Quarter period) {
        return versions(period).stream().filter(v -> v.code().equals(code)).findFirst();
    }

    /** @throws BadRule if it cannot be used */
    Rule rule(RuleVersion version) {
        return compiled.computeIfAbsent(version.id(),
                id -> compiler.compile(version.code(), version.version(), version.text()));
    }

    private Held current() {
        String stamp = store.stamp();
        Held now = held;
        if (!now.stamp.equals(stamp)) {
            // read after the stamp: rules changed in between carry another stamp and are read again next time
            now = new Held(stamp, store.all(), new ConcurrentHashMap<>());
            held = now;
        }
        return now;
    }

    private static List<RuleVersion> versions(Held held, Quarter period) {
        Map<String, RuleVersion> latest = new TreeMap<>();
        held.versions.stream().filter(v -> v.effectiveFrom().compareTo(period) <= 0)
                .forEach(v -> latest.put(v.code(), v));
        latest.values().removeIf(RuleVersion::retired);
        return inOrder(latest);
    }

    /** The province's first. */
    private static List<RuleVersion> inOrder(Map<String, RuleVersion> versions) {
        List<RuleVersion> sorted = new ArrayList<>(versions.values());
        sorted.sort(Comparator.comparing(RuleVersion::area).thenComparing(v -> v.base().length() > 4)
                .thenComparing(RuleVersion::base));
        return sorted;
    }
}
