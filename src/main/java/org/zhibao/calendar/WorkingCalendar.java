package org.zhibao.calendar;

import com.tyme.holiday.LegalHoliday;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which days are worked: the weekdays, less the days off and with the weekend days worked instead (调休) that the State
 * Council announces for each year. The announced days come from the library tyme4j, put right by
 * {@code calendar/corrections.csv}. A year without a notice ({@link #isAnnounced(int)}) has plain weekdays.
 */
@Component
public class WorkingCalendar {

    /** The time of the province: every date and deadline is read in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String CORRECTIONS = "calendar/corrections.csv";
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Map<LocalDate, Boolean> corrections;

    /** @throws IllegalStateException if the corrections cannot be read */
    public WorkingCalendar() {
        this.corrections = readCorrections();
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean corrected = corrections.get(day);
        if (corrected != null) {
            return corrected;
        }
        LegalHoliday announced = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return announced == null ? isWeekday(day) : announced.isWork();
    }

    /**
     * Whether the holidays of the year are known. If not, {@link #isWorkingDay(LocalDate)} knows of weekends only and
     * dates resting on it are provisional.
     */
    public boolean isAnnounced(int year) {
        return LegalHoliday.fromYmd(year, 10, 1) != null;
    }

    /**
     * The working day that many working days later; the day itself does not count, whether worked or not.
     *
     * @param days zero or more; zero gives the day itself
     * @throws IllegalArgumentException if negative
     */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("negative number of working days: " + days);
        }
        LocalDate reached = day;
        for (int left = days; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** The last second of the day, 23:59:59 in {@link #ZONE}: a deadline day is inclusive. */
    public Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Map<LocalDate, Boolean> readCorrections() {
        Map<LocalDate, Boolean> corrections = new HashMap<>();
        try (InputStream file = new ClassPathResource(CORRECTIONS).getInputStream();
             BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(","))
                    .forEach(cells -> corrections.put(LocalDate.parse(cells[0]), isWork(cells[1])));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("cannot read " + CORRECTIONS, unreadable);
        }
        return Map.copyOf(corrections);
    }

    private static boolean isWork(String kind) {
        return switch (kind) {
            case "WORK" -> true;
            case "OFF" -> false;
            default -> throw new IllegalArgumentException("neither WORK nor OFF: " + kind);
        };
    }
}
