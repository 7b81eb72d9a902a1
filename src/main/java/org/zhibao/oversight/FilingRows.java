package org.zhibao.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.zhibao.filing.FilingStatus;
import org.zhibao.filing.FilingSummary;
import org.zhibao.filing.Stage;

/** Reads rows of the table {@code filing}. */
public final class FilingRows {

    private FilingRows() {
    }

    /** The filing of a row with all columns. */
    public static FilingSummary row(ResultSet rs, int number) throws SQLException {
        return new FilingSummary(rs.getLong("id"), rs.getString("org_code"), rs.getString("unit_name"),
                rs.getString("period"), rs.getString("city_code"), rs.getString("county_code"),
                Stage.valueOf(rs.getString("stage")), FilingStatus.valueOf(rs.getString("status")),
                instant(rs, "due_at"), rs.getBoolean("overdue"), rs.getBoolean("late"), rs.getString("claimed_by"),
                rs.getString("claimed_by_name"), rs.getString("task_id"), rs.getInt("revision"),
                instant(rs, "submitted_at"));
    }

    /** A point in time; null if the column is. */
    public static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
