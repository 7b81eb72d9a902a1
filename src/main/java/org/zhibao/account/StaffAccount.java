package org.zhibao.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.zhibao.refusal.Refusal;

/**
 * An account of a person as who keeps it wants it; checked field by field.
 *
 * @param area      region code of six digits
 * @param groupCode organisation code of a group company; empty unless the role is {@link Role#GROUP}
 */
public record StaffAccount(String userId, String name, Role role, String area, String groupCode) {

    static final int LONGEST_NAME = 40;

    private static final Pattern USER_ID = Pattern.compile("[a-z][a-z0-9-]{3,31}");
    private static final Pattern GROUP_CODE = Pattern.compile("[0-9A-Z]{8}[0-9X]");

    public StaffAccount {
        userId = userId == null ? "" : userId.strip().toLowerCase(Locale.ROOT);
        name = name == null ? "" : name.strip();
        area = area == null ? "" : area.strip();
        groupCode = groupCode == null || groupCode.isBlank() ? null : groupCode.strip();
        if (!USER_ID.matcher(userId).matches()) {
            throw Refusal.field("userId", "account.bad-user-id");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("name", "account.bad-name", LONGEST_NAME);
        }
        if (role == null || role == Role.ENTERPRISE) {
            throw Refusal.field("role", "account.bad-role");
        }
        if (role == Role.GROUP && (groupCode == null || !GROUP_CODE.matcher(groupCode).matches())) {
            throw Refusal.field("groupCode", "account.bad-group");
        }
        if (role != Role.GROUP) {
            groupCode = null;
        }
    }

    /** What the account acts as. */
    Actor actor() {
        return new Actor(userId, name, role, area, null, groupCode);
    }
}
