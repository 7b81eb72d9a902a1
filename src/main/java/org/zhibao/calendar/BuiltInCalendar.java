package org.zhibao.calendar;

import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/**
 * The holidays known when the platform was built, by the year of the notice: from the library tyme4j, put right by
 * {@code calendar/corrections.csv}, with the numbers of the notices from {@code calendar/notices.csv}.
 */
final class BuiltInCalendar {

    private static final String CORRECTIONS = "calendar/corrections.csv";
    private static final String NOTICES = "calendar/notices.csv";
    private static final String NEW_YEAR = "元旦";

    private record Document(int year, String number, LocalDate first, LocalDate last) {

        boolean concerns(LocalDate day) {
            return first == null || !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final List<Document> documents = lines(NOTICES).stream().map(BuiltInCalendar::document).toList();

    /** The days of every year that has a notice, by year. */
    Map<Integer, List<AnnouncedDay>> years() {
        Map<LocalDate, AnnouncedDay> days = new TreeMap<>();
        int last = documents.stream().mapToInt(Document::year).max().orElseThrow();
        LocalDate.of(WorkingCalendar.FIRST_YEAR - 1, 12, 1).datesUntil(LocalDate.of(last + 1, 1, 1)).forEach(day -> {
            LegalHoliday known = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            if (known != null) {
                days.put(day, day(day, known.isWork() ? DayKind.WORK : DayKind.OFF, known.getName()));
            }
        });
        lines(CORRECTIONS).forEach(cells -> {
            LocalDate day = LocalDate.parse(cells[0]);
            days.put(day, day(day, DayKind.valueOf(cells[1]), cells[2]));
        });
        Map<Integer, List<AnnouncedDay>> years = new HashMap<>();
        documents.forEach(document -> years.put(document.year, new ArrayList<>()));
        days.values().forEach(day -> years.get(noticeYear(day.date(), day.name())).add(day));
        return years;
    }

    /** The number of the document that announced the year as a whole. */
    String noticeNo(int year) {
        return documents.stream().filter(d -> d.year == year && d.first == null).findFirst().orElseThrow().number;
    }

    private AnnouncedDay day(LocalDate day, DayKind kind, String name) {
        int year = noticeYear(day, name);
        String number = documents.stream().filter(d -> d.year == year && d.first != null && d.concerns(day))
                .findFirst().map(Document::number).orElseGet(() -> noticeNo(year));
        return new AnnouncedDay(day, kind, name, number);
    }

    /** A New Year break that begins in December belongs to the notice for the year after. */
    private static int noticeYear(LocalDate day, String name) {
        return day.getMonthValue() == 12 && NEW_YEAR.equals(name) ? day.getYear() + 1 : day.getYear();
    }

    private static Document document(String[] cells) {
        return new Document(Integer.parseInt(cells[0]), cells[1], cells.length > 2 ? LocalDate.parse(cells[2]) : null,
                cells.length > 2 ? LocalDate.parse(cells[3]) : null);
    }

    private static List<String[]> lines(String file) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(",")).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }
}
