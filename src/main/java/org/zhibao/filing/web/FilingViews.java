package org.zhibao.filing.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingDossier.AvailableAction;
import org.zhibao.filing.FilingSummary;
import org.zhibao.web.RefusalTexts;

/** Filings as the API shows them: with what the caller may do now and, for what it may not, why and who acts next. */
@Component
public class FilingViews {

    /** An action; {@code why} and {@code actsNext} are empty if it is allowed. */
    public record ActionView(FilingAction action, boolean allowed, String why, String actsNext) {
    }

    /** A filing and the caller's actions on it. */
    public record View(@JsonUnwrapped FilingSummary filing, List<ActionView> actions) {
    }

    private final RefusalTexts texts;

    FilingViews(RefusalTexts texts) {
        this.texts = texts;
    }

    /** The filing in the reader's language. */
    public View view(FilingSummary filing, List<AvailableAction> actions, Locale locale) {
        return new View(filing, actions.stream().map(a -> new ActionView(a.action(), a.allowed(),
                a.allowed() ? "" : texts.of(a.refusal(), locale, a.actsNext()), a.actsNext())).toList());
    }
}
