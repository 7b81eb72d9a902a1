package org.zhibao.filing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps, beside letters and copies of record, who acted on each filing and when first and last: what cases are searched
 * by. A person stands there under its sign-in name and under its full name; everybody together under the empty name.
 */
@Repository
class FilingActors {

    private static final String ANYBODY = "";

    private final JdbcTemplate database;

    FilingActors(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Notes what one person did to some filings, all of them locked by the caller.
     *
     * @param names how the person is called
     */
    void acted(List<Filing> filings, Instant at, String... names) {
        List<String> persons = Stream.concat(Stream.of(ANYBODY), Stream.of(names)).distinct().toList();
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        List<Object[]> rows = filings.stream().flatMap(f -> persons.stream()
                .map(person -> new Object[] {when, when, f.orgCode(), f.period(), person})).toList();
        int[] changed = database.batchUpdate("update filing_actor set first_at = least(first_at, ?), "
                + "last_at = greatest(last_at, ?) where org_code = ? and period = ? and person = ?", rows);
        List<Object[]> missing = IntStream.range(0, changed.length).filter(i -> changed[i] == 0).mapToObj(rows::get)
                .toList();
        database.batchUpdate("insert into filing_actor (first_at, last_at, org_code, period, person) "
                + "values (?, ?, ?, ?, ?)", missing);
    }
}
