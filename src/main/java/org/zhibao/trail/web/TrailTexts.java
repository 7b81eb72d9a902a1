package org.zhibao.trail.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Actions and roles in the trail in the reader's words; templates know it as {@code @trailTexts}. */
@Component
public class TrailTexts {

    /** The actions that can be chosen above the list. Whatever else is in the trail can be typed. */
    static final List<String> ACTIONS = List.of("SIGN_IN", "SIGN_OUT", "REFUSED", "DOWNLOAD", "AUDIT_VERIFY",
            "CHANGE_PASSWORD", "RESET_PASSWORD", "ISSUE_PASSWORDS", "ENABLE_ACCOUNT", "DISABLE_ACCOUNT",
            "UNLOCK_ACCOUNT", "CREATE_ACCOUNT", "CHANGE_ACCOUNT", "RELEASE_ACCOUNT", "REFUSE_ACCOUNT", "ISSUE_ACCOUNTS",
            "PRINT_SLIPS", "END_SESSION", "CHANGE_CONTACT", "COVER_SET", "COVER_ENDED", "HAND_OVER", "SUBMIT", "CHECK_FAILED",
            "WITHDRAW", "CLAIM", "RELEASE", "FORWARD", "RETURN", "ACCEPT", "FEED_BACK", "REMARK", "REPORT",
            "MINISTRY_FEEDBACK", "ARCHIVE", "REOPEN", "SUSPEND", "ATTACH", "ATTACH_REMOVE", "WORKBOOK", "ANNUAL_FIGURES",
            "SUSPENSION_DECLARE", "SUSPENSION_ATTACH", "SUSPENSION_ACCEPT", "SUSPENSION_REFUSE", "SUSPENSION_WITHDRAW",
            "SUSPENSION_END", "AREA_SIGN", "AREA_ACCEPT", "AREA_RETURN", "AREA_REPORT", "PERIOD_PLANNED", "PERIOD_CONFIRMED", "PERIOD_CLOSED",
            "PERIOD_ARCHIVED", "ROSTER_ADDED", "ROSTER_LEFT_OUT", "ROSTER_UNDONE", "ROSTER_COPIED", "DEADLINE_SET",
            "REDATE", "EXTEND", "CALENDAR_IMPORT", "CALENDAR_DAY", "RULE_NEW", "RULE_EDIT", "RULE_RETIRE",
            "INDICATOR_NEW", "INDICATOR_EDIT", "INDICATOR_RETIRE", "URGE", "SET_REMINDERS", "RESET_REMINDERS",
            "RETRY_CHANNEL", "TEST_CHANNEL");

    private final MessageSource messages;

    TrailTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The action in words, or as it is in the trail if there are none. */
    public String action(String action, Locale locale) {
        return messages.getMessage("trail.action." + action, null, action, locale);
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
