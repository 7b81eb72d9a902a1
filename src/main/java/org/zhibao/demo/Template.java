package org.zhibao.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.zhibao.indicator.Figures;
import org.zhibao.registry.SourceKind;

/** A golden sample: the complete, consistent report of one unit, from which those of like units are made. */
record Template(SourceKind kind, Figures figures) {

    static final Template PAPER_MILL = read(SourceKind.WASTEWATER, "paper-mill");
    static final Template POWER_PLANT = read(SourceKind.WASTE_GAS, "power-plant");
    static final Template SEWAGE_PLANT = read(SourceKind.WWTP, "sewage-plant");
    static final List<Template> ALL = List.of(PAPER_MILL, POWER_PLANT, SEWAGE_PLANT);

    /** The sample of this unit, if it is one of the three. */
    static Stream<Template> ofUnit(String orgCode) {
        return ALL.stream().filter(template -> template.value("A01").equals(orgCode));
    }

    /** What the cell holds; "not applicable" if the sample lacks it. */
    String value(String code) {
        return figures.values().getOrDefault(code, Figures.NOT_APPLICABLE);
    }

    private static Template read(SourceKind kind, String name) {
        try (InputStream file = new ClassPathResource("demo/golden/" + name + ".yaml").getInputStream()) {
            Sample sample = new YAMLMapper().readValue(file, Sample.class);
            return new Template(kind, new Figures(sample.values(), sample.rows()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read golden sample " + name, unreadable);
        }
    }

    private record Sample(Map<String, String> values, Map<String, List<Map<String, String>>> rows) {
    }
}
