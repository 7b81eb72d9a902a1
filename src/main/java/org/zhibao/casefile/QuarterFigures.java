package org.zhibao.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.Stage;
import org.zhibao.oversight.FilingConditions;
import org.zhibao.oversight.WorklistQuery;

/** A quarter in figures, within the auditor's area; all from aggregates of the database. */
@Service
@Transactional(readOnly = true)
public class QuarterFigures {

    /** How many reports of a city stand at a status. */
    public record Standing(String city, FilingStatus status, long filings, long overdue) {
    }

    /** How often reports were sent back by whom, and how many different ones. */
    public record Returns(String action, String role, long times, long filings) {
    }

    /** How often a return gave this reason, or named this cell. */
    public record Counted(String text, long times) {
    }

    /** How often a stage passed its due date, and how often that still lasts. */
    public record Late(Stage stage, long times, long open) {
    }

    /**
     * The quarter.
     *
     * @param reasons the {@value #MOST} most frequent reasons of returns, of {@code differentReasons}
     * @param cells   the cells that returns named, the most frequent first; empty text for the report as a whole
     * @param stages  how long tasks took that are done
     */
    public record Quarter(String period, List<Standing> standings, List<Returns> returns, List<Counted> reasons,
                          long differentReasons, List<Counted> cells, List<CaseHistory.StageTime> stages,
                          List<Late> late) {
    }

    private static final int MOST = 10;
    private static final String SENT_BACK = " from filing_correspondence c join filing f on f.id = c.filing_id%s "
            + "and c.action in ('RETURN', 'FEED_BACK', 'MINISTRY_FEEDBACK', 'REOPEN')";

    private final JdbcClient database;
    private final CaseHistory history;

    QuarterFigures(JdbcClient database, CaseHistory history) {
        this.database = database;
        this.history = history;
    }

    /** The figures of a period such as {@code 2026Q3}; refused with 403 unless the caller audits or administers. */
    public Quarter of(String period, Actor actor) {
        CaseRights.require(actor);
        FilingConditions where = FilingConditions.areaOf(actor)
                .and(new WorklistQuery(period, null, null, null, null, null, WorklistQuery.USUAL));
        String sentBack = SENT_BACK.formatted(where.sql());
        return new Quarter(period, standings(where), returns(sentBack, where), reasons(sentBack, where),
                database.sql("select count(distinct trim(c.reason))" + sentBack).params(where.parameters())
                        .query(Long.class).single(),
                cells(sentBack, where), history.stageTimes(where), late(where));
    }

    private List<Standing> standings(FilingConditions where) {
        return database.sql("select f.city_code, f.status, count(*) filings, sum(case when f.overdue then 1 else 0 end) late "
                        + "from filing f" + where.sql() + " group by f.city_code, f.status order by f.city_code, f.status")
                .params(where.parameters())
                .query((rs, n) -> new Standing(rs.getString("city_code"), FilingStatus.valueOf(rs.getString("status")),
                        rs.getLong("filings"), rs.getLong("late"))).list();
    }

    private List<Returns> returns(String sentBack, FilingConditions where) {
        return database.sql("select c.action, c.role, count(*) times, count(distinct c.filing_id) filings" + sentBack
                        + " group by c.action, c.role order by c.action, c.role").params(where.parameters())
                .query((rs, n) -> new Returns(rs.getString("action"), rs.getString("role"), rs.getLong("times"),
                        rs.getLong("filings"))).list();
    }

    private List<Counted> reasons(String sentBack, FilingConditions where) {
        return database.sql("select trim(c.reason) reason, count(*) times" + sentBack
                        + " group by trim(c.reason) order by times desc, reason limit " + MOST).params(where.parameters())
                .query((rs, n) -> new Counted(rs.getString("reason"), rs.getLong("times"))).list();
    }

    private List<Counted> cells(String sentBack, FilingConditions where) {
        Map<String, Long> counts = database.sql("select c.fields" + sentBack).params(where.parameters())
                .query(String.class).list().stream().flatMap(fields -> Arrays.stream(fields.split(",")).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).map(e -> new Counted(e.getKey(), e.getValue())).toList();
    }

    private List<Late> late(FilingConditions where) {
        return database.sql("select l.stage, count(*) times, sum(case when l.ended_at is null then 1 else 0 end) going_on "
                        + "from lateness l join filing f on f.id = l.filing_id" + where.sql()
                        + " group by l.stage order by l.stage").params(where.parameters())
                .query((rs, n) -> new Late(Stage.valueOf(rs.getString("stage")), rs.getLong("times"),
                        rs.getLong("going_on"))).list();
    }
}
