package org.zhibao.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhibao.period.Quarter;

/**
 * The catalogue as it is in force for a period and a city: what is shipped, and what the province and that city added.
 * Every question first compares one small row with the database, so that a change takes effect at once on every node.
 */
@Component
public class IndicatorCatalogues {

    private record Held(String stamp, List<IndicatorVersion> versions, Map<String, IndicatorCatalogue> catalogues) {
    }

    private final IndicatorStore store;
    private final IndicatorCatalogue shipped;
    /** A version never changes, so a catalogue of the same versions is the same for good; those who ask may rely on it. */
    private final Map<Set<Long>, IndicatorCatalogue> made = new ConcurrentHashMap<>();
    private volatile Held held = new Held("", List.of(), Map.of());

    IndicatorCatalogues(IndicatorStore store, IndicatorCatalogue shipped) {
        this.store = store;
        this.shipped = shipped;
    }

    /**
     * The catalogue for the reports of a period in a city; of the province's own indicators only for {@code 430000}.
     * The same object for the same content.
     */
    public IndicatorCatalogue of(Quarter period, String area) {
        Held now = current();
        return now.catalogues.computeIfAbsent(period + " " + area, key -> with(inForce(now, period, area)));
    }

    /** The form asked of a unit for a period. */
    public FormDefinition formFor(FormScope scope) {
        return of(scope.period(), scope.city()).formFor(scope.kinds(), scope.industry());
    }

    /** What is in force in an area for a period and, as far as it is known today, for all after it. */
    public IndicatorCatalogue lasting(Quarter from, String area) {
        Held now = current();
        List<IndicatorVersion> lasting = new ArrayList<>(inForce(now, from, area));
        now.versions.stream().map(IndicatorVersion::effectiveFrom).filter(q -> q.compareTo(from) > 0).distinct()
                .map(later -> codes(inForce(now, later, area)))
                .forEach(codes -> lasting.removeIf(v -> !codes.contains(v.code())));
        return with(lasting);
    }

    /** The indicators of an area as they will be after all changes known today. */
    public IndicatorCatalogue latest(String area) {
        return with(latest().stream().filter(v -> !v.retired() && concerns(v, area)).toList());
    }

    /** The latest version of each indicator, whenever it takes effect, retired ones too; the province's first. */
    List<IndicatorVersion> latest() {
        return histories().stream().map(history -> history.get(0)).toList();
    }

    /** The versions of each indicator, the latest first; the province's indicators first. */
    List<List<IndicatorVersion>> histories() {
        Map<String, List<IndicatorVersion>> histories = new LinkedHashMap<>();
        current().versions.forEach(v -> histories.computeIfAbsent(v.code(), code -> new ArrayList<>()).add(0, v));
        return List.copyOf(histories.values());
    }

    private Held current() {
        String stamp = store.stamp();
        Held now = held;
        if (!now.stamp.equals(stamp)) {
            // read after the stamp: what changed in between carries another stamp and is read again next time
            now = new Held(stamp, store.all(), new ConcurrentHashMap<>());
            held = now;
        }
        return now;
    }

    private static List<IndicatorVersion> inForce(Held held, Quarter period, String area) {
        Map<String, IndicatorVersion> latest = new TreeMap<>();
        held.versions.stream().filter(v -> v.effectiveFrom().compareTo(period) <= 0 && concerns(v, area))
                .forEach(v -> latest.put(v.code(), v));
        latest.values().removeIf(IndicatorVersion::retired);
        return inOrder(latest);
    }

    private static boolean concerns(IndicatorVersion version, String area) {
        return version.provincial() || version.area().equals(area);
    }

    private static List<IndicatorVersion> inOrder(Map<String, IndicatorVersion> versions) {
        return Stream.concat(versions.values().stream().filter(IndicatorVersion::provincial),
                versions.values().stream().filter(v -> !v.provincial())).toList();
    }

    private static Set<String> codes(List<IndicatorVersion> versions) {
        return versions.stream().map(IndicatorVersion::code).collect(Collectors.toSet());
    }

    private IndicatorCatalogue with(List<IndicatorVersion> added) {
        return added.isEmpty() ? shipped : made.computeIfAbsent(
                added.stream().map(IndicatorVersion::id).collect(Collectors.toSet()), ids -> shipped.with(added));
    }
}
