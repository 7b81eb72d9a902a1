package org.zhibao.submission;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The submission of one area for one period (汇总上报). State, task and due date are a projection of the position in the
 * process, written only by {@link AreaPosition}; the province's own has no process beside the period's.
 */
@Entity
@Table(name = "area_submission")
class AreaSubmission {

    /** Period and region code. */
    @Embeddable
    record Id(String period, String area) implements Serializable {
    }

    @EmbeddedId
    private Id id;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AreaState state = AreaState.OPEN;
    private String processInstanceId;
    private String taskId;
    private Instant dueAt;
    private boolean overdue;
    private int signed;
    @Version
    private Integer version;

    protected AreaSubmission() {
    }

    AreaSubmission(String period, String area) {
        this.id = new Id(period, area);
    }

    void startedAs(String processInstance) {
        processInstanceId = processInstance;
    }

    /** The token arrived; {@code task} and {@code due} are null where nobody has anything to do. */
    void enter(AreaState at, String task, Instant due, Instant now) {
        state = at == AreaState.OPEN && signed > 0 ? AreaState.RETURNED : at;
        taskId = task;
        dueAt = due;
        overdue = due != null && due.isBefore(now);
    }

    void becameOverdue() {
        overdue = taskId != null;
    }

    void signedAs(int number) {
        signed = number;
    }

    /** The province's own is signed to the ministry, which answers outside the platform. */
    void reported() {
        state = AreaState.SIGNED;
    }

    String period() {
        return id.period();
    }

    String area() {
        return id.area();
    }

    AreaState state() {
        return state;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String taskId() {
        return taskId;
    }

    Instant dueAt() {
        return dueAt;
    }

    boolean overdue() {
        return overdue;
    }

    int signed() {
        return signed;
    }

    String subject() {
        return "area/" + id.period() + "/" + id.area();
    }
}
