package org.zhibao.trail;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the object of a request as the trail names it, so that it is found under its unit and period. */
@Component
class Subjects {

    private static final int LONGEST = 100;
    private static final Pattern FILING = Pattern.compile(".*/(?:filings|fill-in|review|offline)/(\\d{1,18})(?:[/.].*)?");
    private static final Map<String, Pattern> OTHERS = Map.of(
            "suspension/", Pattern.compile(".*/suspensions/(\\d{1,18})(?:/.*)?"),
            "registry-change/", Pattern.compile(".*/registry-changes/(\\d{1,18})(?:/.*)?"),
            "account/", Pattern.compile(".*/accounts/([a-zA-Z0-9-]{1,64})(?:/.*)?"),
            "period/", Pattern.compile(".*/(\\d{4}Q[1-4])(?:[/.].*)?"));

    private final JdbcClient database;

    Subjects(JdbcClient database) {
        this.database = database;
    }

    /** Of a path such as {@code /api/v1/filings/12/claim}: {@code filing/2026Q3/183810013}. */
    String of(String path) {
        Matcher filing = FILING.matcher(path);
        if (filing.matches()) {
            return database.sql("select period, org_code from filing where id = :id")
                    .param("id", Long.valueOf(filing.group(1)))
                    .query((row, n) -> "filing/" + row.getString(1) + "/" + row.getString(2)).optional().orElse(cut(path));
        }
        return OTHERS.entrySet().stream().map(named -> named(named.getKey(), named.getValue().matcher(path)))
                .filter(Objects::nonNull).findFirst().orElse(cut(path));
    }

    private static String named(String kind, Matcher path) {
        return path.matches() ? kind + path.group(1) : null;
    }

    private static String cut(String path) {
        return path.length() > LONGEST ? path.substring(0, LONGEST) : path;
    }
}
