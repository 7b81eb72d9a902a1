package org.zhibao.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds for entries of a new list those of the last one that they may be: by their codes anywhere, by name and address
 * within a city. Proposes, decides nothing.
 */
final class UnitMatcher {

    private static final double SIMILAR = 0.6;
    /** How many entries of the last list are proposed for one of the new list. */
    private static final int MOST = 3;
    /** What is less than so much below is nearly as strong. */
    private static final int NEARLY = 10;

    /** An entry with its texts made comparable once. */
    private record Entry(ListedUnit unit, PairedText name, String formerName, PairedText address) {

        static Entry of(ListedUnit unit) {
            return new Entry(unit, PairedText.of(UnitNames.name(unit.name())), UnitNames.name(unit.formerName()),
                    PairedText.of(UnitNames.address(unit.address())));
        }
    }

    private final BiPredicate<String, String> succeeds;

    /** @param succeeds whether the second county took the place of the first */
    UnitMatcher(BiPredicate<String, String> succeeds) {
        this.succeeds = succeeds;
    }

    /** What is at least likely enough to be proposed, the surest first. */
    List<UnitMatch> matches(Collection<ListedUnit> before, Collection<ListedUnit> after) {
        List<Entry> gone = before.stream().map(Entry::of).toList();
        Map<String, List<Entry>> byCity = gone.stream().collect(Collectors.groupingBy(e -> e.unit().cityCode()));
        Map<String, Entry> byCode = new HashMap<>();
        gone.forEach(entry -> codes(entry.unit()).forEach(code -> byCode.putIfAbsent(code, entry)));
        List<UnitMatch> found = new ArrayList<>();
        after.stream().map(Entry::of).forEach(fresh -> {
            List<Entry> near = new ArrayList<>(byCity.getOrDefault(fresh.unit().cityCode(), List.of()));
            codes(fresh.unit()).stream().map(byCode::get).filter(e -> e != null && !near.contains(e)).forEach(near::add);
            near.stream().map(old -> UnitMatch.of(old.unit(), fresh.unit(), reasons(old, fresh)))
                    .filter(match -> match.confidence() >= UnitMatch.LEAST).forEach(found::add);
        });
        return rated(found);
    }

    private Set<MatchReason> reasons(Entry before, Entry after) {
        Set<MatchReason> reasons = EnumSet.noneOf(MatchReason.class);
        ListedUnit old = before.unit();
        ListedUnit fresh = after.unit();
        addIf(old.orgCode().equals(fresh.orgCode()), MatchReason.SAME_CODE, reasons);
        addIf(!old.uscc().isEmpty() && old.uscc().equals(fresh.uscc()), MatchReason.SAME_USCC, reasons);
        addIf(contains(fresh.uscc(), old.orgCode()) || contains(old.uscc(), fresh.orgCode()),
                MatchReason.CODE_IN_USCC, reasons);
        if (!after.formerName().isEmpty() && after.formerName().equals(before.name().text())) {
            reasons.add(MatchReason.FORMER_NAME);
        } else if (before.name().text().equals(after.name().text())) {
            reasons.add(MatchReason.SAME_NAME);
        } else {
            addIf(before.name().alike(after.name()) >= SIMILAR, MatchReason.SIMILAR_NAME, reasons);
        }
        double place = before.address().alike(after.address());
        addIf(place == 1, MatchReason.SAME_ADDRESS, reasons);
        addIf(place >= SIMILAR && place < 1, MatchReason.SIMILAR_ADDRESS, reasons);
        addIf(succeeds.test(old.countyCode(), fresh.countyCode()), MatchReason.REGION_SUCCESSOR, reasons);
        addIf(!old.representative().isEmpty() && old.representative().equals(fresh.representative()),
                MatchReason.SAME_REPRESENTATIVE, reasons);
        addIf(old.industryCode().equals(fresh.industryCode()), MatchReason.SAME_INDUSTRY, reasons);
        return reasons;
    }

    /** Sure is what is strong and has no rival that is nearly as strong, on either side. */
    private static List<UnitMatch> rated(List<UnitMatch> found) {
        Map<String, Best> rivals = new HashMap<>();
        found.forEach(match -> {
            rivals.computeIfAbsent("<" + match.before().orgCode(), c -> new Best()).add(match.confidence());
            rivals.computeIfAbsent(">" + match.after().orgCode(), c -> new Best()).add(match.confidence());
        });
        Map<String, Integer> proposed = new HashMap<>();
        return found.stream().map(match -> {
            boolean alone = rivals.get("<" + match.before().orgCode()).stands(match.confidence())
                    && rivals.get(">" + match.after().orgCode()).stands(match.confidence());
            return alone ? match.withoutRival() : match;
        }).sorted(Comparator.comparing(UnitMatch::sure).reversed()
                .thenComparing(Comparator.comparingInt(UnitMatch::confidence).reversed())
                .thenComparing(match -> match.after().orgCode()).thenComparing(match -> match.before().orgCode()))
                .filter(match -> proposed.merge(match.after().orgCode(), 1, Integer::sum) <= MOST).toList();
    }

    /** The two highest confidences of what is found for one entry. */
    private static final class Best {

        private int first = Integer.MIN_VALUE;
        private int second = Integer.MIN_VALUE;

        void add(int confidence) {
            second = Math.max(second, Math.min(first, confidence));
            first = Math.max(first, confidence);
        }

        /** Whether this is the highest, and no other is nearly as high. */
        boolean stands(int confidence) {
            return confidence == first && second <= confidence - NEARLY;
        }
    }

    /** Its organisation code, and the one in its unified social credit code. */
    private static Set<String> codes(ListedUnit unit) {
        return unit.uscc().length() == 18 ? Set.copyOf(List.of(unit.orgCode(), unit.uscc().substring(8, 17)).stream()
                .distinct().toList()) : Set.of(unit.orgCode());
    }

    private static boolean contains(String uscc, String orgCode) {
        return uscc.length() == 18 && uscc.startsWith(orgCode, 8);
    }

    private static void addIf(boolean holds, MatchReason reason, Set<MatchReason> reasons) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
