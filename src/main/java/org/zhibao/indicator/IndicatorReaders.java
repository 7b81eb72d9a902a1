package org.zhibao.indicator;

import java.util.List;
import org.zhibao.period.Quarter;

/** Who else needs an indicator. Implemented where rules are kept. */
public interface IndicatorReaders {

    /**
     * The codes of the rules that read the indicator in some period from this one on. Nobody changes a rule until the
     * transaction of the caller ends.
     */
    List<String> rulesReading(String indicator, Quarter from);
}
