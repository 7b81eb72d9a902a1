package org.zhibao.filing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;
import org.zhibao.lineage.Ancestry;
import org.zhibao.lineage.Lineage;
import org.zhibao.lineage.Origins;
import org.zhibao.period.Quarter;

/**
 * What earlier reports say about a unit, along its lineage (W21): its own figures, those of the unit it was before, or the
 * sums of those it was merged from. A part of a unit that was split has nothing to be compared with.
 */
@Component
class EarlierFigures {

    private final Filings filings;
    private final CopiesOfRecord records;
    private final FilingForms forms;
    private final Lineage lineage;

    EarlierFigures(Filings filings, CopiesOfRecord records, FilingForms forms, Lineage lineage) {
        this.filings = filings;
        this.records = records;
        this.forms = forms;
        this.lineage = lineage;
    }

    /** Accepted figures of a quarter with which those of the filing are compared; {@link Figures#EMPTY} if none. */
    Figures of(Filing filing, Quarter quarter) {
        return of(List.of(filing), quarter).getOrDefault(filing.orgCode(), Figures.EMPTY);
    }

    /** The same for many filings, by organisation code, in a few queries. */
    Map<String, Figures> of(Collection<Filing> compared, Quarter quarter) {
        Map<String, Ancestry> ancestries = lineage.of(compared.stream().map(Filing::orgCode).toList());
        Map<String, Origins> origins = new HashMap<>();
        Set<String> wanted = new HashSet<>();
        ancestries.forEach((orgCode, ancestry) -> {
            Origins found = ancestry.at(quarter);
            if (found.kind() != Origins.Kind.SPLIT) {
                origins.put(orgCode, found);
                wanted.addAll(found.units());
            }
        });
        Map<String, Figures> accepted = accepted(quarter, wanted);
        Map<String, Figures> figures = new HashMap<>();
        for (Filing filing : compared) {
            combined(filing, origins.get(filing.orgCode()), accepted).ifPresent(f -> figures.put(filing.orgCode(), f));
        }
        return figures;
    }

    /** The unit's last accepted report before this one, under whatever code it had then. */
    Optional<Filing> last(Filing filing) {
        return filings.acceptedBefore(lineage.of(filing.orgCode()).codes(), filing.period(), Limit.of(1)).stream()
                .findFirst();
    }

    private Optional<Figures> combined(Filing filing, Origins origins, Map<String, Figures> accepted) {
        if (origins == null) {
            return Optional.empty();
        }
        List<Figures> all = origins.units().stream().map(accepted::get).toList();
        if (all.stream().anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        return Optional.of(all.size() == 1 ? all.get(0) : MergedFigures.of(all, forms.catalogue(filing)));
    }

    private Map<String, Figures> accepted(Quarter period, Set<String> orgCodes) {
        Map<String, Figures> figures = new HashMap<>();
        if (!orgCodes.isEmpty()) {
            filings.acceptedContents(period.code(), orgCodes)
                    .forEach(row -> figures.put((String) row[0], records.figures((byte[]) row[1])));
        }
        return figures;
    }
}
