package org.zhibao.filing;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Accounts;
import org.zhibao.account.Actor;

/**
 * What happens to all filings of a period at once: closed, reported, archived. Always the next chunk of those it has not
 * happened to yet, in one transaction, so that a repetition finds nothing it has done before.
 */
@Service
@Transactional
public class FilingCourse {

    private static final Set<Stage> WITH_ENTERPRISE = EnumSet.of(Stage.FILL_IN, Stage.RECTIFY);

    /** Where an authority has something to do before the period can go into the archive. */
    private static final Set<Stage> UNSETTLED = EnumSet.of(Stage.CITY_REVIEW, Stage.PROVINCE_REVIEW,
            Stage.CITY_FEEDBACK, Stage.PROVINCE_FEEDBACK, Stage.ACCEPTED);

    private final Filings filings;
    private final Letters letters;
    private final FilingProcess process;
    private final Accounts accounts;

    FilingCourse(Filings filings, Letters letters, FilingProcess process, Accounts accounts) {
        this.filings = filings;
        this.letters = letters;
        this.process = process;
        this.accounts = accounts;
    }

    /**
     * Ends the next filings that are still with their enterprises as not filed.
     *
     * @return whether there were any
     */
    public boolean closeNext(String period, int limit) {
        List<Filing> next = filings.lockNext(period, WITH_ENTERPRISE, Limit.of(limit));
        process.close(instances(next));
        return !next.isEmpty();
    }

    /**
     * Tells the next accepted filings that they are reported to the ministry.
     *
     * @param userId who reported the period
     * @return whether there were any
     */
    public boolean reportNext(String period, String userId, int limit) {
        return tellNext(period, Stage.ACCEPTED, FilingAction.REPORT, userId, limit);
    }

    /**
     * Archives the next reported filings; what enterprises were given to write again and have not, ends as not filed.
     *
     * @param userId who archives the period
     * @return whether there were any
     */
    public boolean archiveNext(String period, String userId, int limit) {
        boolean more = closeNext(period, limit);
        return tellNext(period, Stage.REPORTED, FilingAction.ARCHIVE, userId, limit) || more;
    }

    /** How many filings an authority still has something to do about. */
    @Transactional(readOnly = true)
    public int unsettled(String period) {
        return filings.count(period, UNSETTLED);
    }

    private boolean tellNext(String period, Stage stage, FilingAction what, String userId, int limit) {
        List<Filing> next = filings.lockNext(period, EnumSet.of(stage), Limit.of(limit));
        Actor actor = accounts.actor(userId).orElseThrow();
        process.tellAll(instances(next), stage, what);
        letters.addAll(next, actor, what);
        return !next.isEmpty();
    }

    private static List<String> instances(List<Filing> chosen) {
        return chosen.stream().map(Filing::processInstanceId).filter(Objects::nonNull).toList();
    }
}
