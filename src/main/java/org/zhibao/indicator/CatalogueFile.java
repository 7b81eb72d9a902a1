package org.zhibao.indicator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.zhibao.registry.SourceKind;

/** The catalogue's two files as they are written; an unknown key or a missing name is an error. */
record CatalogueFile(List<SectionEntry> sections) {

    record SectionEntry(String code, String zh, String en, Set<SourceKind> kinds, List<IndicatorEntry> indicators,
                        List<GroupEntry> groups) {

        Section toSection() {
            return new Section(named(code, code), named(zh, code), named(en, code),
                    orNone(indicators).stream().map(i -> i.toIndicator(code, kinds)).toList(),
                    orNone(groups).stream().map(g -> g.toGroup(code, kinds)).toList());
        }
    }

    record GroupEntry(String code, String zh, String en, Set<SourceKind> kinds, int maxRows,
                      List<IndicatorEntry> columns) {

        RowGroup toGroup(String section, Set<SourceKind> sectionKinds) {
            Set<SourceKind> own = kinds == null ? sectionKinds : kinds;
            return new RowGroup(named(code, section), section, named(zh, code), named(en, code), orNone(own), maxRows,
                    orNone(columns).stream().map(c -> c.toIndicator(section, own)).toList());
        }
    }

    record IndicatorEntry(String code, String field, String zh, String en, String unit, String unitEn, ValueType type,
                          int precision, int scale, int length, String dictionary, Set<SourceKind> kinds,
                          boolean required, boolean fixed, boolean extensive) {

        Indicator toIndicator(String section, Set<SourceKind> sectionKinds) {
            if (type == null) {
                throw new BadCatalogue("indicator %s has no type".formatted(code));
            }
            return new Indicator(named(code, section), section, field == null ? code : field, named(zh, code),
                    named(en, code), unit == null ? "" : unit, unitEn == null ? "" : unitEn, type, precision, scale,
                    length, dictionary, orNone(kinds == null ? sectionKinds : kinds), required, fixed, extensive,
                    List.of(), "", "");
        }
    }

    record DictionaryFile(List<Dictionary> dictionaries) {
    }

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static <T> T read(InputStream yaml, Class<T> shape) {
        try (yaml) {
            return YAML.readValue(yaml, shape);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadCatalogue("the indicator catalogue cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String named(String text, String where) {
        if (text == null || text.isBlank()) {
            throw new BadCatalogue("a code or name is missing at %s".formatted(where));
        }
        return text;
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> Set<T> orNone(Set<T> set) {
        return set == null ? Set.of() : Set.copyOf(set);
    }
}
