package org.zhibao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.zhibao.filing.FilingSummary;
import org.zhibao.registry.Registry;
import org.zhibao.registry.ReportingUnit;
import org.zhibao.testing.ApplicationTest;
import org.zhibao.testing.HttpApi;
import org.zhibao.testing.HttpApi.Answer;
import org.zhibao.testing.Scenario;

/**
 * Every address of {@code authorization.csv} that gives a file or a list for programs is asked by reviewers and a group
 * company: nowhere does a telephone number of the registry stand in full. What shows one report to its reviewers does.
 */
@ApplicationTest
class ExportMaskIT {

    /** One report or evidence, to those who review it: the form, the copy of record, the printed form. */
    private static final Pattern OF_ONE_REPORT = Pattern.compile("/api/v1/filings/\\{id}(/.*)?|.*\\.pdf|.*/(attachments|files)/.*");
    private static final Pattern FILE = Pattern.compile(
            "(text/csv|application/(json|octet-stream|vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.sheet)).*");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

    @Autowired
    private HttpApi api;
    @Autowired
    private Scenario scenario;
    @Autowired
    private Registry registry;

    @ParameterizedTest
    @ValueSource(strings = {"city430100", "province", "group01"})
    void noFileAndNoListHasANumberInFull(String user) {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        Set<String> numbers = registry.unitsAfter("", Integer.MAX_VALUE).stream().map(ReportingUnit::contactPhone)
                .filter(phone -> !phone.isBlank()).collect(Collectors.toSet());
        HttpApi.Caller caller = api.browser(user);
        List<String> leaks = new ArrayList<>();
        int files = 0;
        for (String path : addresses()) {
            Answer answer = caller.get(path.replace("{id}", String.valueOf(filing.id())).replace("{number}", "1")
                    .replace("{year}", "2026").replace("{period}", scenario.period()).replace("{code}", scenario.period())
                    .replace("{area}", "430100").replaceAll("\\{[a-zA-Z]+}", "1"));
            if (answer.status() != 200 || !FILE.matcher(answer.headers().firstValue("Content-Type").orElse("")).matches()) {
                continue;
            }
            files++;
            String text = text(answer);
            numbers.stream().filter(text::contains).forEach(number -> leaks.add(path + ": " + number));
            MOBILE.matcher(text).results().forEach(found -> leaks.add(path + ": " + found.group()));
        }
        assertThat(leaks).isEmpty();
        assertThat(files).as("files and lists looked at").isGreaterThan(5);
    }

    @Test
    void aReportAsCsvHasItsPersonsMaskedForAllButTheUnit() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        ReportingUnit unit = registry.require(filing.orgCode());
        String path = "/api/v1/filings/" + filing.id() + "/report.csv";
        assertThat(api.as(filing.orgCode()).get(path).text()).contains(unit.contactName(), unit.contactPhone());
        for (String user : List.of("city430100", "province", "auditor")) {
            assertThat(api.as(user).get(path).text()).as(user).contains(Masks.name(unit.contactName()),
                    Masks.phone(unit.contactPhone())).doesNotContain(unit.contactName(), unit.contactPhone());
        }
    }

    @Test
    void aGroupCompanyReadsItsSubsidiariesWithoutTheirPersons() {
        HttpApi.Caller group = api.browser("group01");
        FilingSummary filing = scenario.filingOf(group.get("/api/v1/filings?size=1").json().path("filings").path(0)
                .path("orgCode").asText());
        ReportingUnit unit = registry.require(filing.orgCode());
        if (filing.revision() == 0) {
            scenario.submitted(filing);
        }
        String report = "/filings/" + filing.id() + "/revisions/1";
        for (String path : List.of("/filings/" + filing.id(), "/forms/review/" + filing.id(), "/api/v1" + report,
                "/api/v1/filings/" + filing.id() + "/report.csv")) {
            Answer answer = group.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain(unit.contactName(), unit.contactPhone());
        }
        assertThat(group.get("/api/v1" + report).text()).contains(Masks.name(unit.contactName()),
                Masks.phone(unit.contactPhone()));
        assertThat(group.inEnglish().get("/api/v1" + report + "/record").detail()).contains("holds contact data");
        assertThat(group.get("/api/v1" + report + "/report.pdf").status()).isEqualTo(200);
    }

    @Test
    void reviewersOfTheAreaReadTheReportItselfInFull() {
        FilingSummary filing = scenario.submitted(scenario.freshFilingIn("430100"));
        ReportingUnit unit = registry.require(filing.orgCode());
        for (String user : List.of(filing.orgCode(), "city430100", "province")) {
            assertThat(api.as(user).get("/api/v1/filings/" + filing.id() + "/revisions/1").text()).as(user)
                    .contains(unit.contactName(), unit.contactPhone());
            assertThat(api.as(user).get("/api/v1/filings/" + filing.id() + "/revisions/1/record").status()).isEqualTo(200);
        }
    }

    private static List<String> addresses() {
        try {
            return new ClassPathResource("authorization.csv").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("GET")).map(line -> line.split("\\s*,\\s*")[1])
                    .filter(path -> !OF_ONE_REPORT.matcher(path).matches() || path.endsWith(".csv")).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(Answer answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")) {
            return answer.text();
        }
        DataFormatter format = new DataFormatter();
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> text.append(format.formatCellValue(cell))
                    .append('\n'))));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return text.toString();
    }
}
