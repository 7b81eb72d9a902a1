package org.zhibao.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose reports are a unit's history (沿革, W21). Everything that looks at earlier reports of a unit asks here first which
 * units these are of.
 */
@Service
@Transactional(readOnly = true)
public class Lineage {

    private final SuccessionStore store;

    Lineage(SuccessionStore store) {
        this.store = store;
    }

    /** Where the unit of this organisation code comes from. */
    public Ancestry of(String orgCode) {
        return new Ancestry(orgCode, store.before(List.of(orgCode)));
    }

    /** The same of many units at once, by organisation code. */
    public Map<String, Ancestry> of(Collection<String> orgCodes) {
        if (orgCodes.isEmpty()) {
            return Map.of();
        }
        LineageGraph graph = store.before(orgCodes);
        return orgCodes.stream().distinct().collect(Collectors.toMap(Function.identity(),
                orgCode -> new Ancestry(orgCode, graph)));
    }

    /** Whether the unit had this code before: its reports of then are its own. */
    public boolean formerly(String orgCode, String earlier) {
        return !orgCode.equals(earlier) && of(orgCode).codes().contains(earlier);
    }

    /** All that was recorded about a unit and those connected with it, what was taken back included; oldest first. */
    public List<RecordedSuccession> recorded(String orgCode) {
        return store.recordedAround(orgCode);
    }
}
