package org.zhibao.trail.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Actions and roles in the trail in the reader's words; templates know it as {@code @trailTexts}. */
@Component
public class TrailTexts {

    private static final String ACTION = "trail.action.";

    /** The actions there are words for: they can be chosen above the list. Whatever else is in the trail can be typed. */
    static final List<String> ACTIONS = ResourceBundle.getBundle("messages.trail", Locale.ROOT).keySet().stream()
            .filter(key -> key.startsWith(ACTION)).map(key -> key.substring(ACTION.length())).sorted().toList();

    private final MessageSource messages;

    TrailTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The action in words, or as it is in the trail if there are none. */
    public String action(String action, Locale locale) {
        return messages.getMessage(ACTION + action, null, action, locale);
    }

    /** What was before or after; the status of a report or a suspension in words, with its code. */
    public String state(String text, Locale locale) {
        if (text.isEmpty()) {
            return "—";
        }
        String words = messages.getMessage("status." + text, null, null, locale);
        words = words != null ? words : messages.getMessage("suspension.state." + text, null, null, locale);
        return words == null ? text : words + " (" + text + ")";
    }

    /** The role in words; nothing for who was not known. */
    public String role(String role, Locale locale) {
        return role.isEmpty() ? "" : messages.getMessage("role." + role, null, role, locale);
    }
}
