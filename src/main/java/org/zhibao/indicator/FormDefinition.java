package org.zhibao.indicator;

import java.util.List;
import java.util.Optional;

/** The report form asked of one unit: the sections of the catalogue, reduced to what applies to the unit. */
public record FormDefinition(List<Section> sections) {

    /** The single indicator of this code, if the form asks for it. */
    public Optional<Indicator> indicator(String code) {
        return sections.stream().flatMap(s -> s.indicators().stream()).filter(i -> i.code().equals(code)).findFirst();
    }

    /** The repeatable group of this code, if the form asks for it. */
    public Optional<RowGroup> group(String code) {
        return sections.stream().flatMap(s -> s.groups().stream()).filter(g -> g.code().equals(code)).findFirst();
    }
}
