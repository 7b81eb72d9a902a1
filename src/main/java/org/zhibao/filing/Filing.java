package org.zhibao.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.zhibao.registry.ReportingUnit;

/**
 * The quarterly report of one unit (季报). Stage, status, task, due date and claim are a projection of the position in
 * the process, written only by {@link FilingPosition} in the transaction that moves it.
 */
@Entity
class Filing {

    /** Worklists show what is due first; what is not due at all comes last. */
    private static final Instant NOTHING_DUE = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "filing_seq")
    @SequenceGenerator(name = "filing_seq", sequenceName = "filing_seq", allocationSize = 50)
    private Long id;
    private String orgCode;
    private String period;
    private String unitName;
    private String cityCode;
    private String countyCode;
    private String processInstanceId;
    private String taskId;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Stage stage = Stage.FILL_IN;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FilingStatus status = FilingStatus.NOT_STARTED;
    private Instant dueAt;
    private Instant sortAt = NOTHING_DUE;
    private boolean overdue;
    private boolean late;
    private boolean checkFailed;
    private String claimedBy;
    private String claimedByName;
    private int revision;
    private Integer acceptedRevision;
    private Instant submittedAt;
    @Version
    private int version;

    /** What is being done to it in this transaction. */
    @Transient
    private FilingAction action;
    @Transient
    private FilingStatus before;

    protected Filing() {
    }

    Filing(ReportingUnit unit, String period) {
        this.orgCode = unit.orgCode();
        this.unitName = unit.name();
        this.cityCode = unit.cityCode();
        this.countyCode = unit.countyCode();
        this.period = period;
    }

    void startedAs(String processInstance) {
        this.processInstanceId = processInstance;
    }

    /** The enterprise writes again after the period closed; what it has not filed by then is late. */
    void reopened() {
        checkFailed = false;
        late = late || revision == 0;
    }

    /** The token arrived at a stage; {@code task} and {@code due} are null where nobody has anything to do. */
    void enter(Stage newStage, String task, Instant due, Instant now) {
        stage = newStage;
        taskId = task;
        dueAt = due;
        sortAt = due == null ? NOTHING_DUE : due;
        overdue = due != null && due.isBefore(now);
        claimedBy = null;
        claimedByName = null;
        status = statusOf(newStage);
    }

    private FilingStatus statusOf(Stage at) {
        return switch (at) {
            case FILL_IN -> checkFailed ? FilingStatus.CHECK_FAILED
                    : revision > 0 ? FilingStatus.DRAFTING : FilingStatus.NOT_STARTED;
            case RECTIFY -> checkFailed ? FilingStatus.CHECK_FAILED : FilingStatus.RETURNED;
            case CITY_REVIEW -> FilingStatus.SUBMITTED;
            case PROVINCE_REVIEW -> FilingStatus.FORWARDED;
            case CITY_FEEDBACK, PROVINCE_FEEDBACK -> FilingStatus.FEEDBACK;
            case ACCEPTED -> FilingStatus.ACCEPTED;
            case REPORTED -> FilingStatus.REPORTED;
            case ARCHIVED -> FilingStatus.ARCHIVED;
            case SUSPENDED -> FilingStatus.SUSPENDED;
            case CLOSED -> FilingStatus.NOT_FILED;
        };
    }

    /** A reviewer took the task, or gave it back (null). */
    void claimedBy(String userId, String userName) {
        claimedBy = userId;
        claimedByName = userName;
        boolean claimed = userId != null;
        if (stage == Stage.CITY_REVIEW) {
            status = claimed ? FilingStatus.CITY_REVIEW : FilingStatus.SUBMITTED;
        } else if (stage == Stage.PROVINCE_REVIEW) {
            status = claimed ? FilingStatus.PROVINCE_REVIEW : FilingStatus.FORWARDED;
        }
    }

    void becameOverdue(Stage at) {
        if (stage == at) {
            overdue = true;
        }
    }

    /** The open task got another due date. */
    void redated(Instant due, Instant now) {
        dueAt = due;
        sortAt = due;
        overdue = due.isBefore(now);
    }

    /** Somebody is about to do this to it. */
    void about(FilingAction what) {
        action = what;
        before = status;
    }

    /** Its status when somebody was about to do something to it. */
    FilingStatus before() {
        return before;
    }

    /** What is being done to it; null if nothing is by a person. */
    FilingAction action() {
        return action;
    }

    void draftSaved() {
        if (status == FilingStatus.NOT_STARTED) {
            status = FilingStatus.DRAFTING;
        }
    }

    void checkFailed() {
        checkFailed = true;
    }

    /** A revision was received; returns whether it came after the enterprise's due date. */
    boolean submitted(int number, Instant receivedAt) {
        boolean afterDue = dueAt != null && receivedAt.isAfter(dueAt);
        checkFailed = false;
        revision = number;
        submittedAt = receivedAt;
        late = late || afterDue;
        return afterDue;
    }

    void accepted() {
        acceptedRevision = revision;
    }

    /** Whether the enterprise holds the pen. */
    boolean withEnterprise() {
        return stage == Stage.FILL_IN || stage == Stage.RECTIFY;
    }

    FilingSummary summary() {
        return new FilingSummary(id, orgCode, unitName, period, cityCode, countyCode, stage, status, dueAt, overdue,
                late, claimedBy, claimedByName, taskId, revision, submittedAt);
    }

    /** The filing, as the audit trail names it. */
    String subject() {
        return "filing/" + period + "/" + orgCode;
    }

    long id() {
        return id;
    }

    String orgCode() {
        return orgCode;
    }

    String unitName() {
        return unitName;
    }

    String period() {
        return period;
    }

    String cityCode() {
        return cityCode;
    }

    String countyCode() {
        return countyCode;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String taskId() {
        return taskId;
    }

    Stage stage() {
        return stage;
    }

    FilingStatus status() {
        return status;
    }

    Instant dueAt() {
        return dueAt;
    }

    int revision() {
        return revision;
    }

    Integer acceptedRevision() {
        return acceptedRevision;
    }
}
