package org.zhibao.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.testing.ApplicationTest;

/** The deadlines of every quarter, by the deployed rules and the stored calendar. */
@ApplicationTest
class DeadlineTableTest {

    private static final Path TABLE = Path.of("docs/reference/deadlines.md");
    private static final String GENERATED = "<!-- table -->";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");

    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest
    @CsvSource({
        "2013Q3, 2013-11-05, 2013-11-10, 2013-11-15",
        "2013Q4, 2014-01-07, 2014-01-12, 2014-01-17",
        "2014Q1, 2014-04-08, 2014-04-14, 2014-04-18",
        "2014Q2, 2014-07-07, 2014-07-12, 2014-07-17",
        "2014Q3, 2014-10-08, 2014-10-13, 2014-10-20",
        "2025Q1, 2025-04-07, 2025-04-12, 2025-04-17",
        "2025Q3, 2025-10-09, 2025-10-14, 2025-10-20",
        "2025Q4, 2026-01-07, 2026-01-12, 2026-01-17",
        "2026Q1, 2026-04-07, 2026-04-12, 2026-04-17",
        "2026Q3, 2026-10-08, 2026-10-13, 2026-10-19",
        // Saturday 7 October 2023 is worked: no roll
        "2023Q3, 2023-10-07, 2023-10-12, 2023-10-17",
        // Saturday 8 October 2022 is worked: the roll ends there
        "2022Q3, 2022-10-08, 2022-10-13, 2022-10-18"})
    void theWorkedExamplesHoldByThePolicyOfThePeriod(String period, LocalDate first, LocalDate second,
                                                     LocalDate third) {
        assertThat(days(deadlines.of(Quarter.parse(period)))).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "2013Q3, 2013-11-05, 2013-11-11, 2013-11-15", "2013Q4, 2014-01-07, 2014-01-13, 2014-01-17",
        "2014Q1, 2014-04-08, 2014-04-14, 2014-04-17", "2014Q2, 2014-07-07, 2014-07-14, 2014-07-17",
        "2014Q3, 2014-10-08, 2014-10-13, 2014-10-17", "2025Q1, 2025-04-07, 2025-04-14, 2025-04-17",
        "2025Q3, 2025-10-09, 2025-10-13, 2025-10-17", "2025Q4, 2026-01-07, 2026-01-12, 2026-01-19",
        "2026Q1, 2026-04-07, 2026-04-13, 2026-04-17", "2026Q3, 2026-10-08, 2026-10-12, 2026-10-19"})
    void theWorkedExamplesHoldWhenRollingOffNonWorkingDays(String period, LocalDate first, LocalDate second,
                                                           LocalDate third) {
        assertThat(days(deadlines.of(Quarter.parse(period), DeadlinePolicy.ROLL_NON_WORKING)))
                .containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "2013Q3, 2013-11-05, 2013-11-11, 2013-11-15", "2013Q4, 2014-01-07, 2014-01-13, 2014-01-17",
        "2014Q1, 2014-04-10, 2014-04-15, 2014-04-21", "2014Q2, 2014-07-07, 2014-07-14, 2014-07-17",
        "2014Q3, 2014-10-14, 2014-10-20, 2014-10-24", "2025Q1, 2025-04-10, 2025-04-15, 2025-04-21",
        "2025Q3, 2025-10-14, 2025-10-20, 2025-10-27", "2025Q4, 2026-01-12, 2026-01-15, 2026-01-20",
        "2026Q1, 2026-04-10, 2026-04-15, 2026-04-20", "2026Q3, 2026-10-14, 2026-10-19, 2026-10-26"})
    void theWorkedExamplesHoldWhenExtendingByDaysOffInARow(String period, LocalDate first, LocalDate second,
                                                           LocalDate third) {
        assertThat(days(deadlines.of(Quarter.parse(period), DeadlinePolicy.EXTEND_BY_RUN)))
                .containsExactly(first, second, third);
    }

    @ParameterizedTest
    @EnumSource(DeadlinePolicy.class)
    void everyQuarterIsAsWorkedOutByHand(DeadlinePolicy policy) {
        DeadlinesByHand byHand = new DeadlinesByHand();
        quarters().forEach(quarter -> assertThat(days(deadlines.computed(quarter, policy))).as("%s %s", quarter, policy)
                .isEqualTo(byHand.days(quarter.code(), policy.name())));
    }

    @Test
    void onlyThePilotIsFixedAndAllOtherQuartersCascade() {
        assertThat(quarters().filter(q -> deadlines.policyOf(q) != DeadlinePolicy.ROLL_AND_CASCADE))
                .containsExactly(new Quarter(2013, 3));
        assertThat(deadlines.policyOf(new Quarter(2013, 3))).isEqualTo(DeadlinePolicy.NONE);
    }

    @Test
    void aDeadlineIsInclusiveToItsLastSecondInChina() {
        assertThat(deadlines.of(new Quarter(2026, 3)).of(DeadlineStage.ENTERPRISE).due())
                .isEqualTo(Instant.parse("2026-10-08T15:59:59Z"));
    }

    @Test
    void aPeriodDueInAYearWithoutNoticeIsProvisionalAndSaysSo() {
        PeriodDeadlines unknown = deadlines.of(new Quarter(2050, 1));
        assertThat(unknown.provisional()).isTrue();
        assertThat(unknown.stages()).allSatisfy(stage -> assertThat(stage.steps()).last()
                .extracting(DeadlineStep::kind).isEqualTo(DeadlineStep.Kind.PROVISIONAL));
        assertThat(deadlines.of(new Quarter(2026, 3)).provisional()).isFalse();
    }

    @Test
    void theStepsSayWhyADateIsWhereItIs() {
        PeriodDeadlines found = deadlines.of(new Quarter(2026, 3));
        assertThat(found.of(DeadlineStage.ENTERPRISE).steps()).extracting(DeadlineStep::kind).containsExactly(
                DeadlineStep.Kind.NOMINAL, DeadlineStep.Kind.IN_BREAK, DeadlineStep.Kind.ROLLED);
        assertThat(found.of(DeadlineStage.CITY).steps()).extracting(DeadlineStep::kind).containsExactly(
                DeadlineStep.Kind.NOMINAL, DeadlineStep.Kind.CASCADED);
        assertThat(found.of(DeadlineStage.PROVINCE).steps()).extracting(DeadlineStep::kind).containsExactly(
                DeadlineStep.Kind.NOMINAL, DeadlineStep.Kind.CASCADED, DeadlineStep.Kind.NOT_WORKED,
                DeadlineStep.Kind.ROLLED);
    }

    @Test
    void theTableInTheDocumentationIsCurrent() throws IOException {
        String written = Files.readString(TABLE);
        int start = written.indexOf(GENERATED) + GENERATED.length() + 1;
        String current = written.substring(0, start) + table();
        if (Boolean.getBoolean("zhibao.write-docs")) {
            Files.writeString(TABLE, current);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(current);
    }

    private String table() {
        String head = Stream.of(DeadlinePolicy.values()).map(p -> " `" + p + "` |").collect(Collectors.joining());
        String line = Stream.of(DeadlinePolicy.values()).map(p -> "---|").collect(Collectors.joining());
        return "\n| period | due in |" + head + "\n|---|---|" + line + "\n"
                + quarters().map(this::row).collect(Collectors.joining("\n")) + "\n";
    }

    private String row(Quarter quarter) {
        PeriodDeadlines applied = deadlines.computed(quarter, deadlines.policyOf(quarter));
        List<LocalDate> nominal = days(deadlines.computed(quarter, DeadlinePolicy.NONE));
        StringBuilder row = new StringBuilder("| " + quarter + (applied.provisional() ? " *" : "") + " | "
                + nominal.get(0).getYear() + " |");
        for (DeadlinePolicy policy : DeadlinePolicy.values()) {
            List<LocalDate> days = days(deadlines.computed(quarter, policy));
            String shown = days.stream().map(SHORT::format).collect(Collectors.joining(" / "));
            row.append(' ').append(policy == applied.policy() ? "**" + shown + "**" : shown)
                    .append(days.equals(nominal) ? "" : " →").append(" |");
        }
        return row.toString();
    }

    private static Stream<Quarter> quarters() {
        return Stream.iterate(new Quarter(2013, 3), q -> q.compareTo(new Quarter(2026, 4)) <= 0, Quarter::next);
    }

    private static List<LocalDate> days(PeriodDeadlines deadlines) {
        return deadlines.stages().stream().map(StageDeadline::day).toList();
    }
}
