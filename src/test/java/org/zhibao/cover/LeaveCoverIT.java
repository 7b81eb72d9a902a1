package org.zhibao.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.filing.FilingAction;
import org.zhibao.filing.FilingActions;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.refusal.Refusal;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/** While a reviewer is away, a colleague of the same area has the tasks. */
@ApplicationTest
class LeaveCoverIT {

    private static final String CITY = "430900";
    private static final String REASON = "年休假，由同事代办";

    @Autowired
    private LeaveCovers covers;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Accounts accounts;
    @Autowired
    private FilingActions actions;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HttpApi api;

    private Actor absent;
    private Actor colleague;
    private Actor third;
    private Actor manager;

    @BeforeEach
    void peopleOfACity() {
        List<Actor> people = List.of(new Actor("city430900x", "审核员 王一", Role.CITY, CITY, null),
                new Actor("city430900y", "审核员 李二", Role.CITY, CITY, null),
                new Actor("city430900z", "审核员 张三", Role.CITY, CITY, null),
                new Actor("admin430900", "益阳市管理员", Role.ADMIN, CITY, null));
        accounts.create(people, HttpApi.PASSWORD, true);
        absent = people.get(0);
        colleague = people.get(1);
        third = people.get(2);
        manager = people.get(3);
    }

    @AfterEach
    void nobodyIsAway() {
        database.sql("update leave_cover set ended_at = current_timestamp where ended_at is null").update();
    }

    @Test
    void claimedTasksGoToTheColleagueWithDueDateAndTimerAndNewClaimsStay() {
        FilingSummary held = claimed(absent);
        FilingSummary others = claimed(third);
        Task task = task(held);
        List<String> timers = timers(held);

        long id = covers.set(from(today(), today().plusDays(3)), absent);

        FilingSummary now = scenario.now(held);
        assertThat(now.claimedBy()).isEqualTo(colleague.userId());
        assertThat(now.claimedByName()).isEqualTo(colleague.name());
        assertThat(now.status()).isEqualTo(FilingStatus.CITY_REVIEW);
        assertThat(now.dueAt()).isEqualTo(held.dueAt());
        assertThat(task(held).getAssignee()).isEqualTo(colleague.userId());
        assertThat(task(held).getDueDate()).isEqualTo(task.getDueDate());
        assertThat(timers(held)).isEqualTo(timers);
        assertThat(scenario.now(others).claimedBy()).isEqualTo(third.userId());
        assertThat(summary(id)).satisfies(c -> {
            assertThat(c.state()).isEqualTo(CoverState.RUNNING);
            assertThat(c.handedOver()).isEqualTo(1);
        });
        assertThat(trail("filing/" + held.period() + "/" + held.orgCode(), "HAND_OVER")).containsExactly(
                absent.userId() + " -> " + colleague.userId() + " by " + absent.userId());
        assertThat(trail("account/" + absent.userId(), "COVER_SET")).isNotEmpty();

        FilingSummary later = claimed(absent);
        covers.catchUp();
        assertThat(scenario.now(later).claimedBy()).as("claimed during the leave").isEqualTo(absent.userId());
        actions.release(later.id(), absent);

        scenario.record(held, FilingAction.FORWARD, colleague);
        assertThat(scenario.now(held).status()).isEqualTo(FilingStatus.FORWARDED);
        assertThat(database.sql("select count(*) from notice where recipient = ? and kind = 'COVER_BEGUN' and cause like ?")
                .params(colleague.userId(), "cover/" + id + "/%").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whatBeginsLaterBeginsOnItsDayAndEndsByItself() {
        FilingSummary held = claimed(absent);
        long id = covers.set(from(today().plusDays(2), today().plusDays(4)), absent);
        covers.catchUp();
        assertThat(summary(id).state()).isEqualTo(CoverState.PLANNED);
        assertThat(scenario.now(held).claimedBy()).isEqualTo(absent.userId());

        shift(id, -2);
        assertThat(covers.catchUp()).isEqualTo(1);
        assertThat(summary(id).state()).isEqualTo(CoverState.RUNNING);
        assertThat(scenario.now(held).claimedBy()).isEqualTo(colleague.userId());
        assertThat(covers.catchUp()).as("once").isZero();

        shift(id, -3);
        assertThat(covers.catchUp()).isEqualTo(1);
        assertThat(summary(id)).satisfies(c -> {
            assertThat(c.state()).isEqualTo(CoverState.ENDED);
            assertThat(c.endedByName()).isNull();
        });
        assertThat(scenario.now(held).claimedBy()).as("what was handed over stays").isEqualTo(colleague.userId());
        assertThat(trail("account/" + absent.userId(), "COVER_ENDED")).last().asString().endsWith("by system");
        actions.release(held.id(), colleague);
    }

    @Test
    void aColleagueWhoHasMovedToAnotherCityMeanwhileGetsNothing() {
        FilingSummary held = claimed(absent);
        long id = covers.set(from(today().plusDays(2), today().plusDays(4)), absent);
        database.sql("update account set area = '430800' where user_id = ?").param(colleague.userId()).update();
        try {
            shift(id, -2);
            covers.catchUp();
            assertThat(summary(id).state()).isEqualTo(CoverState.ENDED);
            assertThat(scenario.now(held).claimedBy()).isEqualTo(absent.userId());
        } finally {
            database.sql("update account set area = ? where user_id = ?").params(CITY, colleague.userId()).update();
        }
        actions.release(held.id(), absent);
    }

    @Test
    void aManagerSetsItForAReviewerOfTheAreaAndItCanBeEndedEarly() {
        long id = covers.set(from(today(), today()), manager);
        assertThat(summary(id).setByName()).isEqualTo(manager.name());
        assertThatThrownBy(() -> covers.end(id, colleague)).isInstanceOf(Refusal.class).hasMessageContaining("own-only");
        covers.end(id, absent);
        assertThat(summary(id).endedByName()).isEqualTo(absent.name());
        assertThatThrownBy(() -> covers.end(id, absent)).isInstanceOf(Refusal.class)
                .hasMessageContaining("ended-already");
        long planned = covers.set(from(today().plusDays(10), today().plusDays(11)), absent);
        covers.end(planned, manager);
        assertThat(summary(planned).state()).isEqualTo(CoverState.ENDED);
        assertThat(covers.set(from(today().plusDays(10), today().plusDays(11)), absent)).as("the days are free again")
                .isPositive();
    }

    @Test
    void foreignAreasOneselfAndOtherRolesAreRefused() {
        refused("cover.oneself", new CoverRequest(absent.userId(), absent.userId(), today(), today(), REASON), absent);
        refused("cover.not-of-area", new CoverRequest(absent.userId(), "city430100", today(), today(), REASON), absent);
        refused("cover.not-of-area", new CoverRequest(absent.userId(), "province", today(), today(), REASON), absent);
        refused("cover.not-of-area", new CoverRequest(absent.userId(), "nobody", today(), today(), REASON), absent);
        refused("cover.own-only", from(today(), today()), third);
        refused("cover.own-only", from(today(), today()), scenario.actor("city430100"));
        refused("cover.other-area", new CoverRequest("city430100", "city430100b", today(), today(), REASON), manager);
        refused("cover.absent-unknown", new CoverRequest("183810013", "city430100b", today(), today(), REASON), manager);
        for (String user : List.of("183810013", "county430102", "auditor")) {
            refused("cover.not-your-role", new CoverRequest(user, colleague.userId(), today(), today(), REASON),
                    scenario.actor(user));
        }
    }

    @Test
    void impossibleDaysAndReasonsAreRefused() {
        refused("cover.past", from(today().minusDays(1), today()), absent);
        refused("cover.past", from(null, today()), absent);
        refused("cover.order", from(today().plusDays(2), today().plusDays(1)), absent);
        refused("cover.order", from(today(), null), absent);
        refused("cover.too-long", from(today(), today().plusDays(91)), absent);
        for (String reason : new String[] {null, " ", "x", "x".repeat(201), "a\u0000b"}) {
            refused("cover.reason", new CoverRequest(absent.userId(), colleague.userId(), today(), today(), reason), absent);
        }
    }

    @Test
    void overlappingTimesCirclesAndChainsAreRefused() {
        LocalDate first = today().plusDays(20);
        covers.set(from(first, first.plusDays(5)), absent);
        refused("cover.overlap", from(first.plusDays(5), first.plusDays(9)), absent);
        refused("cover.overlap", from(first.minusDays(1), first), manager);
        refused("cover.circle", new CoverRequest(colleague.userId(), absent.userId(), first, first, REASON), colleague);
        refused("cover.colleague-away", new CoverRequest(third.userId(), absent.userId(), first, first, REASON), third);
        refused("cover.stands-in", new CoverRequest(colleague.userId(), third.userId(), first, first, REASON), colleague);
        assertThat(covers.set(from(first.plusDays(6), first.plusDays(7)), absent)).as("the day after").isPositive();
        assertThat(covers.set(new CoverRequest(third.userId(), colleague.userId(), first, first, REASON), third))
                .as("one colleague for two").isPositive();
    }

    @Test
    void coverEndsWithoutHandingOverIfTheColleaguesAccountIsDisabledMeanwhile() {
        FilingSummary held = claimed(absent);
        long id = covers.set(from(today().plusDays(1), today().plusDays(2)), absent);
        database.sql("update account set enabled = false where user_id = ?").param(colleague.userId()).update();
        try {
            shift(id, -1);
            covers.catchUp();
            assertThat(summary(id).state()).isEqualTo(CoverState.ENDED);
            assertThat(scenario.now(held).claimedBy()).isEqualTo(absent.userId());
        } finally {
            database.sql("update account set enabled = true where user_id = ?").param(colleague.userId()).update();
            actions.release(held.id(), absent);
        }
    }

    @Test
    void thePageSetsShowsAndEndsIt() {
        HttpApi.Caller reviewer = api.browser(absent.userId()).inEnglish();
        assertThat(reviewer.get("/account/password").text()).contains("href=\"/account/cover\"");
        String page = reviewer.get("/account/cover").text();
        assertThat(page).contains("Leave cover", colleague.name(), third.name()).doesNotContain("name=\"absent\"", "周敏");
        String day = today().plusDays(30).toString();
        HttpApi.Caller form = reviewer.withToken().with("Content-Type", "application/x-www-form-urlencoded");
        Answer wrong = form.post("/account/cover", "colleague=" + colleague.userId() + "&from=soon&until=" + day
                + "&reason=" + HttpApi.encoded(REASON));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The first day is today at the earliest", REASON);
        assertThat(form.post("/account/cover", "absent=" + third.userId() + "&colleague=" + colleague.userId() + "&from="
                + day + "&until=" + day + "&reason=" + HttpApi.encoded(REASON)).status()).isEqualTo(302);
        CoverSummary cover = covers.shown(absent).covers().get(0);
        assertThat(cover.absent()).as("a reviewer’s own, whatever the form says").isEqualTo(absent.userId());
        assertThat(reviewer.get("/account/cover").text()).contains("Planned", day, REASON, "Cancel");
        assertThat(api.browser(manager.userId()).inEnglish().get("/account/cover").text())
                .contains("name=\"absent\"", day, absent.name());
        assertThat(form.post("/account/cover/" + cover.id() + "/end", "").status()).isEqualTo(302);
        assertThat(summary(cover.id()).state()).isEqualTo(CoverState.ENDED);
        HttpApi.Caller stranger = api.browser("city430100").withToken()
                .with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(stranger.post("/account/cover/" + cover.id() + "/end", "").status()).isEqualTo(403);
        assertThat(stranger.get("/account/cover").text()).doesNotContain(absent.name());
    }

    private CoverRequest from(LocalDate first, LocalDate last) {
        return new CoverRequest(absent.userId(), colleague.userId(), first, last, REASON);
    }

    private void refused(String key, CoverRequest request, Actor actor) {
        assertThatThrownBy(() -> covers.set(request, actor)).isInstanceOf(Refusal.class).hasMessageContaining(key);
    }

    private FilingSummary claimed(Actor reviewer) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn(CITY));
        actions.claim(filing.id(), reviewer);
        return scenario.now(filing);
    }

    private CoverSummary summary(long id) {
        return covers.shown(manager).covers().stream().filter(c -> c.id() == id).findFirst().orElseThrow();
    }

    private void shift(long id, int days) {
        CoverSummary cover = summary(id);
        database.sql("update leave_cover set first_day = ?, last_day = ? where id = ?")
                .params(cover.firstDay().plusDays(days), cover.lastDay().plusDays(days), id).update();
    }

    private Task task(FilingSummary filing) {
        return tasks.createTaskQuery().taskId(filing.taskId()).singleResult();
    }

    private List<String> timers(FilingSummary filing) {
        return management.createJobQuery().processInstanceId(task(filing).getProcessInstanceId()).timers().list().stream()
                .map(job -> job.getId() + " " + job.getDuedate()).sorted().toList();
    }

    private List<String> trail(String subject, String action) {
        return database.sql("select before_text, after_text, user_id from audit_entry where subject = :subject "
                        + "and action = :action order by id").params(Map.of("subject", subject, "action", action))
                .query((row, n) -> row.getString(1) + " -> " + row.getString(2) + " by " + row.getString(3)).list();
    }

    private static LocalDate today() {
        return LocalDate.now(WorkingCalendar.ZONE);
    }
}
