package org.zhibao.account.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names a browser and its system as a person knows them; what a browser says of itself is long and no proof. */
@Component("browsers")
class Browsers {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // the first that fits: each also says that it is one of those below
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("QQBrowser", "QQ");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private final MessageSource messages;

    Browsers(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code Firefox, Linux}; a word for an unknown one. */
    public String name(String agent, Locale locale) {
        String unknown = messages.getMessage("session.unknown-browser", null, locale);
        String browser = first(BROWSERS, agent, unknown);
        String system = first(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String agent, String other) {
        return names.entrySet().stream().filter(e -> agent.contains(e.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(other);
    }
}
