package org.zhibao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhibao.audit.AuditTrail;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;

/** The calendar over HTTP. Each test has a year of its own, since the application is shared. */
@ApplicationTest
class CalendarPagesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private HttpApi api;
    @Autowired
    private WorkingCalendar calendar;
    @Autowired
    private AuditTrail audit;

    @Test
    void theApiSaysOfEachDayWhetherItIsWorkedAndWhy() {
        JsonNode year = api.as("county430102").get("/api/v1/calendar/2026").json();
        assertThat(year.path("announced").asBoolean()).isTrue();
        assertThat(year.path("notice").path("noticeNo").asText()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(year.path("days")).hasSize(365);
        JsonNode national = year.path("days").get(LocalDate.of(2026, 10, 5).getDayOfYear() - 1);
        assertThat(national.path("date").asText()).isEqualTo("2026-10-05");
        assertThat(national.path("working").asBoolean()).isFalse();
        assertThat(national.path("why").asText()).isEqualTo("HOLIDAY");
        assertThat(national.path("name").asText()).isEqualTo("国庆节");
        assertThat(api.as("admin").get("/api/v1/calendar/2060").json().path("announced").asBoolean()).isFalse();
    }

    @Test
    void anUnknownYearIsAProblemInTheReadersLanguage() {
        assertThat(api.as("admin").inEnglish().get("/api/v1/calendar/2012")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.detail()).contains("2012", "2013");
        });
        assertThat(api.as("admin").get("/api/v1/calendar/next").status()).isEqualTo(400);
        assertThat(api.nobody().get("/api/v1/calendar/2026").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "auditor", "county430102", "admin"})
    void everyoneReadsTheYear(String user) {
        Answer page = api.browser(user).get("/calendar/2026");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("国办发明电〔2025〕7号", "国庆节", "1–7");
        assertThat(api.browser(user).inEnglish().get("/calendar/2026").text()).contains("National Day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "auditor", "city430100"})
    void onlyAdministratorsReachTheFormsThatChangeIt(String user) {
        HttpApi.Caller browser = api.browser(user);
        assertThat(browser.get("/admin/calendar/2026").status()).isEqualTo(403);
        assertThat(browser.get("/admin/calendar/2026/import").status()).isEqualTo(403);
        assertThat(form(browser, "/admin/calendar/2061/import", "noticeNo=x&baseRevision=0&text=2061-01-03,OFF,元旦")
                .status()).isEqualTo(403);
        assertThat(form(browser, "/admin/calendar/2026/days", "day=2026-10-08&kind=OFF&name=x&reason=x").status())
                .isEqualTo(403);
        assertThat(calendar.isAnnounced(2061)).isFalse();
    }

    @Test
    void anAdministratorPreviewsThenConfirmsAYear() {
        HttpApi.Caller admin = api.browser("admin");
        String text = "text=2062-01-02,OFF,元旦&noticeNo=国办发明电〔2061〕7号";

        Answer preview = form(admin, "/admin/calendar/2062/preview", text);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text()).contains("2062-01-02", "元旦 · 放假", "name=\"baseRevision\" value=\"0\"");
        assertThat(calendar.isAnnounced(2062)).as("a preview changes nothing").isFalse();

        Answer confirmed = form(admin, "/admin/calendar/2062/import", text + "&baseRevision=0");
        assertThat(confirmed.status()).isEqualTo(302);
        assertThat(calendar.day(LocalDate.of(2062, 1, 2)).noticeNo()).isEqualTo("国办发明电〔2061〕7号");
        assertThat(admin.get("/admin/calendar/2062").text()).contains("国办发明电〔2061〕7号");
        assertThat(audit.of("calendar/2062")).hasSize(1);

        Answer late = form(admin, "/admin/calendar/2062/import", "text=2062-01-03,OFF,元旦&noticeNo=x&baseRevision=0");
        assertThat(late.status()).as("somebody was faster").isEqualTo(409);
        assertThat(audit.of("calendar/2062")).hasSize(1);
    }

    @Test
    void aRefusedYearSaysInWhichRowAndWhy() {
        Answer preview = form(api.browser("admin").inEnglish(), "/admin/calendar/2063/preview",
                "text=2063-01-02,OFF,元旦%0A2064-02-30,OFF,春节%0A2063-01-02,OFF,元旦&noticeNo=");
        assertThat(preview.status()).isEqualTo(422);
        assertThat(preview.text()).contains("document number is missing", "Row 2", "2064-02-30", "Row 3",
                "listed twice").doesNotContain("baseRevision");
        assertThat(calendar.isAnnounced(2063)).isFalse();
    }

    @Test
    void aFileThatIsNoCalendarForItsSizeIsRefusedInWords() {
        String file = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + "2066-01-01,OFF,元旦\n".repeat(100_000) + "\r\n--part--\r\n";
        Answer preview = api.browser("admin").inEnglish().withToken()
                .with("Content-Type", "multipart/form-data; boundary=part").post("/admin/calendar/2066/preview", file);
        assertThat(preview.status()).isEqualTo(422);
        assertThat(preview.text()).contains("The file is too big");
        assertThat(calendar.isAnnounced(2066)).isFalse();
    }

    @Test
    void aYearThatPutsTwoDeadlinesOnOneDayIsRefused() {
        // the enterprises' date rolls out of the first break and pushes the two others into the second
        StringBuilder text = new StringBuilder("text=");
        LocalDate.of(2064, 10, 1).datesUntil(LocalDate.of(2064, 10, 8))
                .forEach(day -> text.append(day).append(",OFF,国庆节%0A"));
        LocalDate.of(2064, 10, 13).datesUntil(LocalDate.of(2064, 10, 21))
                .forEach(day -> text.append(day).append(",OFF,中秋节%0A"));
        Answer preview = form(api.browser("admin").inEnglish(), "/admin/calendar/2064/preview", text + "&noticeNo=x");
        assertThat(preview.status()).isEqualTo(422);
        assertThat(preview.text()).contains("For period 2064Q3", "must follow each other on different days");
        assertThat(form(api.browser("admin"), "/admin/calendar/2064/import", text + "&noticeNo=x&baseRevision=0")
                .status()).isEqualTo(422);
        assertThat(calendar.isAnnounced(2064)).isFalse();
    }

    @Test
    void anEditedDayShowsInTheHistoryWithItsReason() {
        HttpApi.Caller admin = api.browser("admin");
        form(admin, "/admin/calendar/2065/import", "text=2065-01-01,OFF,元旦&noticeNo=no1&baseRevision=0");
        assertThat(admin.get("/admin/calendar/2065?day=2065-01-02").text()).contains("name=\"reason\"");

        assertThat(form(admin, "/admin/calendar/2065/days", "day=2065-01-02&kind=OFF&name=元旦&reason=").status())
                .isEqualTo(422);
        assertThat(form(admin, "/admin/calendar/2065/days", "day=2065-01-02&kind=OFF&name=元旦&reason=通知更正<b>")
                .status()).isEqualTo(302);

        assertThat(api.browser("auditor").get("/calendar/2065").text()).contains("通知更正&lt;b&gt;", "2065-01-02");
        assertThat(calendar.isWorkingDay(LocalDate.of(2065, 1, 2))).isFalse();
    }

    private static Answer form(HttpApi.Caller browser, String path, String fields) {
        return browser.withToken().with("Content-Type", FORM).post(path, fields.replace("<", "%3C"));
    }
}
