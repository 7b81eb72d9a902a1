package org.zhibao.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhibao.indicator.Indicator;
import org.zhibao.indicator.IndicatorCatalogue;
import org.zhibao.indicator.RowGroup;

/** What the names in the FEEL texts of one rule stand for: cells, thresholds, intermediate figures. */
final class RuleNames implements FeelGuard.Names {

    private static final Set<String> TEXT_UNITS = Cells.UNIT;

    private final IndicatorCatalogue catalogue;
    private final RuleCompiler compiler;
    private final RowGroup group;
    private final List<Map<String, String>> bindings;
    private final Set<String> placeholders = new HashSet<>();
    private final Set<String> lets = new LinkedHashSet<>();
    private final Set<String> textLets = new HashSet<>();

    RuleNames(IndicatorCatalogue catalogue, RuleCompiler compiler, RuleText text, List<Map<String, String>> bindings) {
        this.catalogue = catalogue;
        this.compiler = compiler;
        this.group = text.group() == null ? null : catalogue.group(text.group()).orElse(null);
        this.bindings = bindings;
        bindings.forEach(binding -> binding.keySet().forEach(name -> placeholders.add("z" + name)));
        text.params().keySet().forEach(name -> placeholders.add("z" + name));
    }

    /** From here on an intermediate figure may be used. */
    void define(String let, boolean text) {
        lets.add(let);
        if (text) {
            textLets.add(let);
        }
    }

    /** The guard reads {@code this.$c} as {@code this.zc}. */
    @Override
    public List<Reference> meanings(Reference reference) {
        if (!placeholders.contains(reference.name())) {
            return List.of(reference);
        }
        List<Reference> meanings = new ArrayList<>();
        String name = reference.name().substring(1);
        bindings.stream().map(binding -> binding.get(name)).filter(value -> value != null)
                .forEach(value -> meanings.add(new Reference(reference.scope(), value)));
        return meanings.isEmpty() ? List.of(reference) : meanings;
    }

    @Override
    public boolean known(Reference reference) {
        return compiler.known(reference, group);
    }

    @Override
    public boolean text(Reference reference) {
        return switch (reference.scope()) {
            case UNIT -> TEXT_UNITS.contains(reference.name());
            case FACT, LINK, PERIOD, NA, ROWNA, ROWS -> false;
            default -> indicator(reference).filter(i -> !i.numeric()).isPresent();
        };
    }

    @Override
    public boolean known(String name) {
        return name.equals("kinds") || lets.contains(name) || placeholders.contains(name);
    }

    /** A placeholder by itself may stand for a code in quotes only, so it counts as a number. */
    @Override
    public boolean text(String name) {
        return textLets.contains(name);
    }

    private Optional<Indicator> indicator(Reference reference) {
        return reference.scope().isColumn()
                ? group == null ? Optional.empty()
                : group.columns().stream().filter(c -> c.code().equals(reference.name())).findFirst()
                : catalogue.indicator(reference.name());
    }
}
