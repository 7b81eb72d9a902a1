package org.zhibao.indicator;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhibao.registry.SourceKind;

/**
 * All indicators a report may ask for, and the dictionaries of their codes. The one shipped is read once at start from
 * {@code indicator/catalogue.yaml} and {@code indicator/dictionaries.yaml}; {@link IndicatorCatalogues} gives the one in
 * force for a period and a city. A catalogue never changes.
 */
@Component
public class IndicatorCatalogue {

    /** The section for what fits no other. */
    private static final Section ADDITIONAL = new Section("F", "补充指标", "Additional indicators", List.of(), List.of());

    private record Asked(Set<SourceKind> kinds, String industry) {
    }

    private final List<Section> sections;
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, RowGroup> groups = new LinkedHashMap<>();
    private final Map<String, Dictionary> dictionaries = new LinkedHashMap<>();
    private final Map<Asked, FormDefinition> forms = new ConcurrentHashMap<>();

    /** @throws BadCatalogue if a file cannot be read or contradicts itself */
    @Autowired
    public IndicatorCatalogue() {
        this(resource("/indicator/catalogue.yaml"), resource("/indicator/dictionaries.yaml"));
    }

    IndicatorCatalogue(InputStream catalogue, InputStream dictionaryFile) {
        for (Dictionary dictionary : CatalogueFile.read(dictionaryFile, CatalogueFile.DictionaryFile.class).dictionaries()) {
            unique(dictionaries.put(dictionary.id(), dictionary), "dictionary", dictionary.id());
            refuseRepeated(dictionary.entries().stream().map(Dictionary.Entry::code).toList(), dictionary.id());
        }
        sections = CatalogueFile.read(catalogue, CatalogueFile.class).sections().stream()
                .map(CatalogueFile.SectionEntry::toSection).toList();
        sections.forEach(this::register);
    }

    private IndicatorCatalogue(List<Section> sections, Map<String, Dictionary> dictionaries) {
        this.dictionaries.putAll(dictionaries);
        this.sections = sections;
        sections.forEach(this::register);
    }

    /**
     * This catalogue with more indicators, each at the end of its section.
     *
     * @throws BadCatalogue if one contradicts what is there
     */
    IndicatorCatalogue with(List<IndicatorVersion> added) {
        return new IndicatorCatalogue(sections().stream().map(section -> section.with(added.stream()
                .filter(v -> v.definition().section().equals(section.code()))
                .map(v -> v.definition().indicator(v.code(), section.kinds())).toList())).toList(), dictionaries);
    }

    /** All sections, the one for additional indicators too, even if it is empty. */
    public List<Section> sections() {
        return sections.stream().anyMatch(s -> s.code().equals(ADDITIONAL.code())) ? sections
                : Stream.concat(sections.stream(), Stream.of(ADDITIONAL)).toList();
    }

    /** The form asked of a unit of these kinds of source, whatever its industry. */
    public FormDefinition formFor(Set<SourceKind> kinds) {
        return formFor(kinds, "");
    }

    /** The form asked of a unit of these kinds of source and this industry; sections with nothing to ask are left out. */
    public FormDefinition formFor(Set<SourceKind> kinds, String industry) {
        return forms.computeIfAbsent(new Asked(Set.copyOf(kinds), byIndustry() ? industry : ""), this::reduce);
    }

    /** The single indicator of this code, whoever is asked for it. */
    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** The repeatable group of this code, whoever is asked for it. */
    public Optional<RowGroup> group(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    /** All single indicators, in the order of the form. */
    public Collection<Indicator> indicators() {
        return List.copyOf(indicators.values());
    }

    /** All repeatable groups, in the order of the form. */
    public Collection<RowGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** All dictionaries. */
    public Collection<Dictionary> dictionaries() {
        return List.copyOf(dictionaries.values());
    }

    /** @throws IllegalArgumentException if there is no dictionary of this id */
    public Dictionary dictionary(String id) {
        Dictionary dictionary = dictionaries.get(id);
        if (dictionary == null) {
            throw new IllegalArgumentException("no dictionary " + id);
        }
        return dictionary;
    }

    private boolean byIndustry() {
        return indicators.values().stream().anyMatch(i -> !i.industries().isEmpty());
    }

    private FormDefinition reduce(Asked asked) {
        return new FormDefinition(sections.stream()
                .map(s -> new Section(s.code(), s.zh(), s.en(),
                        s.indicators().stream().filter(i -> i.appliesTo(asked.kinds, asked.industry)).toList(),
                        s.groups().stream().filter(g -> g.appliesTo(asked.kinds)).toList()))
                .filter(s -> !s.indicators().isEmpty() || !s.groups().isEmpty())
                .toList());
    }

    private void register(Section section) {
        for (Indicator indicator : section.indicators()) {
            check(indicator);
            unique(indicators.put(indicator.code(), indicator), "indicator", indicator.code());
        }
        for (RowGroup group : section.groups()) {
            unique(groups.put(group.code(), group), "group", group.code());
            if (group.maxRows() < 1 || group.columns().isEmpty() || indicators.containsKey(group.code())) {
                throw new BadCatalogue("group %s needs a code of its own, columns and a greatest number of rows"
                        .formatted(group.code()));
            }
            group.columns().forEach(this::check);
            refuseRepeated(group.columns().stream().map(Indicator::code).toList(), group.code());
        }
    }

    private void check(Indicator indicator) {
        boolean sound = switch (indicator.type()) {
            case NUMBER -> indicator.precision() > indicator.scale() && indicator.scale() >= 0;
            case TEXT -> indicator.maxLength() > 0;
            case CODE, CODES -> indicator.dictionary() != null && dictionaries.containsKey(indicator.dictionary());
            case MONTH -> true;
        };
        if (!sound || indicator.unit().isEmpty() != indicator.unitEn().isEmpty()) {
            throw new BadCatalogue("indicator %s: its %s needs digits, a length or a known dictionary, and its unit in both languages"
                    .formatted(indicator.code(), indicator.type()));
        }
    }

    private static void unique(Object before, String what, String code) {
        if (before != null) {
            throw new BadCatalogue("%s %s is there twice".formatted(what, code));
        }
    }

    private static void refuseRepeated(List<String> codes, String where) {
        List<String> rest = new ArrayList<>(codes);
        Set.copyOf(codes).forEach(rest::remove);
        if (!rest.isEmpty() || codes.isEmpty()) {
            throw new BadCatalogue("%s has no codes or repeats %s".formatted(where, rest));
        }
    }

    private static InputStream resource(String path) {
        InputStream stream = IndicatorCatalogue.class.getResourceAsStream(path);
        if (stream == null) {
            throw new BadCatalogue("%s is missing".formatted(path));
        }
        return stream;
    }
}
