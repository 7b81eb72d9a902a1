package org.zhibao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.zhibao.account.Role;

/** {@code webapp-authorization.csv}: every call that Tasklist and Cockpit make, and who may make it about what. */
public final class WebappTable {

    /** About what a role may call: everything, what is of its own area (and its turn) only, or nothing at all. */
    public enum Right { ALL, OWN, NO }

    /**
     * One call.
     *
     * @param path   below {@code /camunda/api}, with placeholders such as {@code {task}}
     * @param query  what is asked for, with placeholders too; empty for nothing
     * @param body   what is sent; empty for nothing
     */
    public record Call(String method, String path, String query, String body, Map<Role, Right> rights) {

        /** Whether a request is this call. */
        public boolean is(String asked, String address) {
            String below = address.replaceFirst("^/camunda/api", "").replaceFirst("[?#].*", "");
            String pattern = "\\Q" + path.replaceAll("\\{[a-zA-Z]+}", "\\\\E[^/]+\\\\Q") + "\\E";
            return method.equals(asked) && Pattern.matches(pattern, below);
        }
    }

    private WebappTable() {
    }

    /** All calls. A line has method, path, query, body and one right per role, apart by bars. */
    public static List<Call> calls() {
        try {
            return new ClassPathResource("webapp-authorization.csv").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(WebappTable::call).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Call call(String line) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        Map<Role, Right> rights = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            rights.put(role, 4 + role.ordinal() < cells.length ? Right.valueOf(cells[4 + role.ordinal()].strip()) : Right.NO);
        }
        return new Call(cells[0].strip(), cells[1], cells[2], cells[3], rights);
    }
}
