package org.zhibao.filing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhibao.indicator.Figures;

/** The form as an enterprise first opens it: master data taken over from the last accepted report and the registry. */
@Component
class FirstDraft {

    private final MasterData masterData;

    FirstDraft(MasterData masterData) {
        this.masterData = masterData;
    }

    ReportDocument of(Filing filing) {
        Figures taken = masterData.of(filing).figures();
        return new ReportDocument(taken.values(), taken.rows(), Map.of(), ReportDocument.Signatories.NONE);
    }
}
