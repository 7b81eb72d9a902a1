package org.zhibao.indicator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How figures follow from others; read once at start from {@code indicator/workings.yaml}. Powers of ten are not written
 * there: they follow from the units, so that none can be wrong.
 */
@Component
public class Workings {

    record File(Map<String, Measure> units, Set<String> water, List<Entry> workings) {
    }

    record Entry(String code, String group, String formula, String zh, String en, List<String> industries) {
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final IndicatorCatalogue catalogue;
    private final List<Working> workings = new ArrayList<>();

    /** @throws BadCatalogue if the file cannot be read, names cells that there are not, or adds up different units */
    @Autowired
    public Workings(IndicatorCatalogue catalogue) {
        this(catalogue, CatalogueFile.read(Workings.class.getResourceAsStream("/indicator/workings.yaml"), File.class));
    }

    Workings(IndicatorCatalogue catalogue, File file) {
        this.catalogue = catalogue;
        Set<String> seen = new HashSet<>();
        for (Entry entry : file.workings()) {
            if (!seen.add(entry.group() + "." + entry.code())) {
                throw new BadCatalogue("the working of %s is there twice".formatted(entry.code()));
            }
            workings.add(working(entry, file));
        }
    }

    /** The workings of a form, for a unit of this industry, in the order of the file. */
    public List<Working> of(FormDefinition form, String industry) {
        return workings.stream().filter(w -> w.answeredOn(form) && w.holdsIn(industry)).toList();
    }

    private Working working(Entry entry, File file) {
        if (entry.zh() == null || entry.en() == null) {
            throw new BadCatalogue("the working of %s needs words in zh and en".formatted(entry.code()));
        }
        Formula formula = Formula.parse(entry.formula());
        Measure outcome = formula.measure(code -> measure(entry, code, file));
        Measure wanted = measure(entry, entry.code(), file);
        if (!outcome.sameKindAs(wanted)) {
            throw new BadCatalogue("the working of %s: %s does not measure what %s does".formatted(entry.code(),
                    entry.formula(), entry.code()));
        }
        int shift = outcome.ten() - wanted.ten();
        return new Working(entry.code(), entry.group(), entry.zh(), entry.en(), formula.tree(), shift, formula.cells(),
                entry.industries() == null ? List.of() : entry.industries(),
                formula.written(code -> code) + scaled(shift));
    }

    private Measure measure(Entry entry, String code, File file) {
        Indicator indicator = find(entry.group(), code).filter(Indicator::numeric).orElseThrow(() ->
                new BadCatalogue("the working of %s names %s, which is no number".formatted(entry.code(), code)));
        if (indicator.unit().isEmpty()) {
            return Measure.NUMBER;
        }
        Measure unit = file.units().get(indicator.unit());
        if (unit == null) {
            throw new BadCatalogue("the working of %s: nobody says what %s is".formatted(entry.code(), indicator.unit()));
        }
        return file.water().contains(code) ? unit.asWater() : unit;
    }

    private Optional<Indicator> find(String group, String code) {
        return group == null ? catalogue.indicator(code)
                : catalogue.group(group).flatMap(g -> g.columns().stream().filter(c -> c.code().equals(code)).findFirst());
    }

    private static String scaled(int shift) {
        if (shift == 0) {
            return "";
        }
        StringBuilder power = new StringBuilder(shift < 0 ? " ÷ 10" : " × 10");
        String.valueOf(Math.abs(shift)).chars().forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return power.toString();
    }
}
