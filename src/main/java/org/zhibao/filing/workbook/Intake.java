package org.zhibao.filing.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhibao.filing.ReportDocument;
import org.zhibao.indicator.FigureValidator;
import org.zhibao.indicator.Figures;
import org.zhibao.indicator.FormDefinition;
import org.zhibao.refusal.Refusal;

/** Takes in what stands in a file: cleans every cell, and keeps apart what the report cannot hold. */
@Component
class Intake {

    /**
     * Figures of a file.
     *
     * @param figures  what could be taken
     * @param cleaned  cells that were not taken as they stood
     * @param problems cells that could not be taken
     * @param touched  codes of the cells outside tables that say something, be it that they are blank
     * @param places   where each cell of the report stands in the file
     * @param read     how many cells hold something
     */
    record Taken(Figures figures, List<CellNote> cleaned, List<CellNote> problems, Set<String> touched,
                 Map<String, Place> places, int read) {

        /** The figures of a document, with those of the file over them. */
        Figures over(ReportDocument base) {
            Map<String, String> values = new TreeMap<>(base.values());
            values.keySet().removeAll(touched);
            values.putAll(figures.values());
            Map<String, List<Map<String, String>>> rows = new TreeMap<>(base.rows());
            rows.putAll(figures.rows());
            return new Figures(values, rows);
        }
    }

    private final CellCleaner cleaner;
    private final FigureValidator validator;

    Intake(CellCleaner cleaner, FigureValidator validator) {
        this.cleaner = cleaner;
        this.validator = validator;
    }

    Taken take(ReadFile file, FormDefinition form) {
        return new Run(file, form).taken();
    }

    private final class Run {

        private final ReadFile file;
        private final FormDefinition form;
        private final Map<String, Input> inputs = new LinkedHashMap<>();
        private final List<CellNote> cleaned = new ArrayList<>();
        private final Map<String, CellNote> problems = new LinkedHashMap<>();

        Run(ReadFile file, FormDefinition form) {
            this.file = file;
            this.form = form;
        }

        Taken taken() {
            Map<String, String> values = new TreeMap<>();
            file.inputs().forEach(i -> take(i, i.indicator().code(), values));
            Map<String, List<Map<String, String>>> rows = new TreeMap<>();
            file.tables().forEach((group, lines) -> rows.put(group, lines.stream().map(this::row).toList()));
            Figures refused = new Figures(values, rows);
            validator.problems(form, refused).forEach(p -> problem(p.field(), new Refusal.Text(p.messageKey(),
                    p.arguments())));
            problems.keySet().forEach(path -> remove(path, values, rows));
            cleaned.removeIf(note -> problems.containsKey(note.path()));
            Set<String> touched = file.inputs().stream().map(Input::path).collect(Collectors.toSet());
            touched.removeAll(problems.keySet());
            Map<String, Place> places = new HashMap<>();
            inputs.forEach((path, input) -> places.put(path, input.place()));
            int read = (int) inputs.values().stream().filter(i -> !i.raw().blank()).count();
            return new Taken(new Figures(values, rows), cleaned, List.copyOf(problems.values()), touched, places,
                    read);
        }

        private Map<String, String> row(List<Input> line) {
            Map<String, String> row = new TreeMap<>();
            line.forEach(i -> take(i, i.indicator().code(), row));
            return row;
        }

        private void take(Input input, String code, Map<String, String> values) {
            inputs.put(input.path(), input);
            Cleaned clean = cleaner.clean(input.raw(), input.indicator());
            if (clean.problem() != null) {
                problem(input.path(), clean.problem());
            } else if (clean.value() != null) {
                values.put(code, clean.value());
                if (!clean.steps().isEmpty()) {
                    cleaned.add(new CellNote(input.path(), input.place().written(), input.raw().text(), clean.value(),
                            clean.steps().stream().map(Refusal.Text::new).toList()));
                }
            }
        }

        private void problem(String path, Refusal.Text text) {
            Input input = inputs.get(path);
            if (input != null) {
                problems.putIfAbsent(path, new CellNote(path, input.place().written(), input.raw().text(), "",
                        List.of(text)));
            }
        }

        private void remove(String path, Map<String, String> values, Map<String, List<Map<String, String>>> rows) {
            if (!CellPath.inTable(path)) {
                values.remove(path);
                return;
            }
            rows.forEach((group, lines) -> {
                for (int i = 0; i < lines.size(); i++) {
                    int at = i;
                    lines.get(i).keySet().removeIf(column -> CellPath.inRow(group, at, column).equals(path));
                }
            });
        }
    }
}
