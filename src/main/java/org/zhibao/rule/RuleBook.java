package org.zhibao.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.IndicatorCatalogues;
import org.zhibao.period.Quarter;

/**
 * All versions of all rules, compiled once each. Every question first compares one small row with the database, so that
 * a change takes effect at once on every node.
 */
@Component
class RuleBook {

    private record Held(String stamp, List<RuleVersion> versions, Map<SetKey, RuleSet> sets) {
    }

    private record SetKey(Quarter period, String city, IndicatorCatalogue catalogue) {
    }

    /** Only what a rule says of every indicator of some kind depends on the catalogue; else that is null. */
    private record CompiledKey(long version, IndicatorCatalogue catalogue) {
    }

    private final RuleStore store;
    private final IndicatorCatalogues catalogues;
    /** A version never changes, so its compiled form is kept for good. */
    private final Map<CompiledKey, Rule> compiled = new ConcurrentHashMap<>();
    private volatile Held held = new Held("", List.of(), Map.of());

    RuleBook(RuleStore store, IndicatorCatalogues catalogues) {
        this.store = store;
        this.catalogues = catalogues;
    }

    /** The rules for the reports of a period in a city. */
    RuleSet inForce(Quarter period, String city) {
        Held now = current();
        return now.sets.computeIfAbsent(new SetKey(period, city, catalogues.of(period, city)), key ->
                new RuleSet(key.catalogue, versions(now, period).stream()
                        .filter(v -> v.provincial() || v.area().equals(city))
                        .map(v -> rule(v, key.catalogue)).toList()));
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

    /** The versions that count for this period or a later one, as far as is known today; retired ones are left out. */
    List<RuleVersion> versionsFrom(Quarter period) {
        Held now = current();
        return Stream.concat(Stream.of(period), now.versions.stream().map(RuleVersion::effectiveFrom))
                .filter(q -> q.compareTo(period) >= 0).distinct().flatMap(q -> versions(now, q).stream()).distinct().toList();
    }

    /** As it runs on the reports of its own area from the period on in which it takes effect. */
    Rule rule(RuleVersion version) {
        return rule(version, catalogues.of(version.effectiveFrom(), version.area()));
    }

    /**
     * As it runs on reports of this catalogue.
     *
     * @throws BadRule if it cannot be used
     */
    Rule rule(RuleVersion version, IndicatorCatalogue catalogue) {
        return compiled.computeIfAbsent(
                new CompiledKey(version.id(), version.text().eachOf() == null ? null : catalogue),
                key -> new RuleCompiler(catalogue).compile(version.code(), version.version(), version.text()));
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
