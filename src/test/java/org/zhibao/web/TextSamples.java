package org.zhibao.web;

import java.util.List;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The application's texts, for tests that need no application. */
public final class TextSamples {

    private TextSamples() {
    }

    /** Every text of the bundles that forms and files are made of. */
    public static RefusalTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(List.of("refusal", "filing", "indicator", "portal", "forms", "workbook").stream()
                .map(bundle -> "messages/" + bundle).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new RefusalTexts(messages);
    }
}
