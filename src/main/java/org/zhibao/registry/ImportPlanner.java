package org.zhibao.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhibao.refusal.Refusal;
import org.zhibao.registry.ImportRow.Kind;
import org.zhibao.registry.file.ListFile;
import org.zhibao.registry.file.ListLine;
import org.zhibao.registry.file.RowProblem;

/** Works out what a list would do to the registry, row by row, without doing it. */
@Component
class ImportPlanner {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;

    private final ReportingUnits units;
    private final RosterEntries entries;
    private final UnitExaminer examiner;

    ImportPlanner(ReportingUnits units, RosterEntries entries, UnitExaminer examiner) {
        this.units = units;
        this.entries = entries;
        this.examiner = examiner;
    }

    /** @param area the area the list is of: units elsewhere are faults, and only units of it can leave the list */
    ImportPlan plan(ListFile file, RosterList list, String area) {
        return new Run(file, list, RegistryRights.prefix(area)).plan();
    }

    /** The units with one of these codes, by each of their codes. */
    private Map<String, ReportingUnit> registered(Collection<String> codes) {
        Map<String, ReportingUnit> found = new HashMap<>();
        List<String> asked = List.copyOf(codes);
        for (int from = 0; from < asked.size(); from += Registry.CODES_PER_QUERY) {
            units.registered(asked.subList(from, Math.min(asked.size(), from + Registry.CODES_PER_QUERY)))
                    .forEach(unit -> {
                        found.put(unit.orgCode(), unit);
                        unit.uscc().ifPresent(uscc -> found.put(uscc, unit));
                    });
        }
        return found;
    }

    private final class Run {

        private final ListFile file;
        private final String prefix;
        private final Set<String> onList;
        private final Map<String, ReportingUnit> registered;
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<String, Map<UnitField, String>> values = new LinkedHashMap<>();

        Run(ListFile file, RosterList list, String prefix) {
            this.file = file;
            this.prefix = prefix;
            this.onList = entries.codes(list, prefix);
            Set<String> codes = new HashSet<>();
            file.lines().forEach(line -> {
                codes.add(orgCode(line));
                codes.add(Codes.socialCredit(line.typed().getOrDefault(UnitField.USCC, "")));
            });
            codes.remove("");
            this.registered = registered(codes);
        }

        ImportPlan plan() {
            List<ImportRow> rows = new ArrayList<>();
            file.lines().forEach(line -> rows.add(row(line)));
            Set<String> named = new HashSet<>();
            file.lines().forEach(line -> named.add(orgCode(line)));
            List<String> gone = onList.stream().filter(code -> !named.contains(code)).sorted().toList();
            Map<String, ReportingUnit> leaving = registered(gone);
            gone.stream().map(leaving::get).filter(Objects::nonNull).sorted(Comparator.comparing(ReportingUnit::orgCode))
                    .forEach(unit -> rows.add(new ImportRow(0, Kind.GONE, unit.orgCode(), unit.name(), List.of(),
                            List.of())));
            return new ImportPlan(rows, values);
        }

        private ImportRow row(ListLine line) {
            String code = orgCode(line);
            ReportingUnit unit = registered.get(code);
            Map<UnitField, String> kept = unit == null || !unit.orgCode().equals(code) ? Map.of() : unit.values();
            Examined examined = examiner.examine(line.typed(), kept);
            List<RowProblem> problems = new ArrayList<>(line.problems());
            examined.problems().stream().filter(p -> problems.stream().noneMatch(f -> f.column().equals(column(p.field()))))
                    .toList().forEach(p -> problems.add(new RowProblem(line.number(), column(p.field()), p.text())));
            againstOthers(line, examined.values(), kept, problems);
            String name = cut(line.typed().getOrDefault(UnitField.NAME, ""), LONGEST_NAME);
            if (!problems.isEmpty()) {
                return new ImportRow(line.number(), Kind.WRONG, cut(code, LONGEST_CODE), name, List.of(), problems);
            }
            if (!kept.isEmpty()) {
                UnitMaintenance.keepFormerName(kept, examined.values());
            }
            values.put(code, examined.values());
            List<ImportRow.Change> changes = kept.isEmpty() ? List.of() : ImportRow.changes(kept, examined.values());
            Kind kind = kept.isEmpty() ? Kind.NEW : !onList.contains(code) ? Kind.JOINED
                    : changes.isEmpty() ? Kind.SAME : Kind.CHANGED;
            return new ImportRow(line.number(), kind, code, name, changes, List.of());
        }

        private void againstOthers(ListLine line, Map<UnitField, String> says, Map<UnitField, String> kept,
                                   List<RowProblem> problems) {
            for (UnitField field : List.of(UnitField.ORG_CODE, UnitField.USCC)) {
                String code = says.get(field);
                Integer before = code.isEmpty() ? null : seen.putIfAbsent(code, line.number());
                if (before != null) {
                    problems.add(problem(line, field, "twice", code, String.valueOf(before)));
                }
            }
            ReportingUnit other = registered.get(says.get(UnitField.USCC));
            if (other != null && !other.orgCode().equals(says.get(UnitField.ORG_CODE))) {
                problems.add(problem(line, UnitField.USCC, "uscc-taken", other.name(), other.orgCode()));
            }
            Stream.of(says, kept).map(v -> v.getOrDefault(UnitField.COUNTY_CODE, ""))
                    .filter(county -> !county.isEmpty() && !county.startsWith(prefix)).findFirst().ifPresent(
                            county -> problems.add(problem(line, UnitField.COUNTY_CODE, "other-area", county)));
        }

        private RowProblem problem(ListLine line, UnitField field, String key, Object... arguments) {
            return new RowProblem(line.number(), column(field), new Refusal.Text("registry.problem." + key, arguments));
        }

        private String column(UnitField field) {
            return file.column(field);
        }
    }

    private static String orgCode(ListLine line) {
        return Codes.organisation(line.typed().getOrDefault(UnitField.ORG_CODE, ""));
    }

    private static String cut(String text, int longest) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > longest ? shown.substring(0, longest - 1) + "…" : shown;
    }
}
