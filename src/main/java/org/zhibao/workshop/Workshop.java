package org.zhibao.workshop;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.audit.AuditTrail;
import org.zhibao.audit.Sha256;
import org.zhibao.calendar.WorkingCalendar;
import org.zhibao.refusal.Refusal;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.refusal.Texts;

/**
 * Models read by administrators and auditors of the platform, and deployed by its administrators: through the gate, with
 * a reason, on the version it was made from, leaving one row in the audit trail.
 */
@Service
@Transactional(readOnly = true)
public class Workshop {

    /** The largest file that is read at all. */
    public static final int MOST_BYTES = 2_000_000;

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 400;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingCalendar.ZONE);
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,58}\\.(bpmn|dmn)");

    private final ModelLibrary models;
    private final DeploymentRecords records;
    private final AuditTrail audit;
    private final Clock clock;

    Workshop(ModelLibrary models, DeploymentRecords records, AuditTrail audit, Clock clock) {
        this.models = models;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version in force of every file, by name. */
    public List<Deployed> inForce(Actor actor) {
        requireReader(actor);
        return models.latest().stream().map(v -> new Deployed(v, recordsOf(v.file()).get(v.deployment()))).toList();
    }

    /** Every version of a file, the one in force first. */
    public List<Deployed> history(String file, Actor actor) {
        requireReader(actor);
        Map<String, DeploymentRecord> known = recordsOf(file);
        List<Deployed> history = models.versions(file).stream().map(v -> new Deployed(v, known.get(v.deployment()))).toList();
        if (history.isEmpty()) {
            throw Refusal.notFound("workshop.unknown", file);
        }
        return history;
    }

    /** The bytes of a version; version 0 is the file that came with the software. */
    public byte[] content(String file, int version, Actor actor) {
        requireReader(actor);
        if (version == 0) {
            return models.shipped(file).orElseThrow(() -> Refusal.notFound("workshop.unknown", file));
        }
        return models.content(models.versions(file).stream().filter(v -> v.version() == version).findFirst()
                .orElseThrow(() -> Refusal.notFound("workshop.unknown-version", file, version)));
    }

    /** Whether the software came with a file that is not the one in force: an administrator's is, or was returned to. */
    public boolean shippedDiffers(String file, Actor actor) {
        requireReader(actor);
        List<ModelVersion> versions = models.versions(file);
        return models.shipped(file).filter(s -> versions.isEmpty() || !Arrays.equals(s, models.content(versions.get(0))))
                .isPresent();
    }

    /** Everything the gate has to say about a file; changes nothing. */
    public List<ModelProblem> check(String file, byte[] content, Actor actor) {
        requireAdministrator(actor);
        return models.problems(file, content);
    }

    /** The version in force if it consists of just these bytes: nothing to deploy. */
    public List<ModelVersion> already(String file, byte[] content, Actor actor) {
        requireAdministrator(actor);
        requireFileName(file);
        return models.versions(file).stream().limit(1).filter(v -> Arrays.equals(models.content(v), content)).toList();
    }

    /**
     * Deploys a file.
     *
     * @param base the version it was made from, 0 for a new file; null if that cannot be known
     * @throws ModelRefused if the gate refuses it
     * @throws Refusal      409 if somebody deployed another version in between, or if nothing would change; 422 if the
     *                      name of the file or the reason is at fault
     */
    @Transactional
    public ModelVersion deploy(String file, byte[] content, String reason, Integer base, DeploymentRecord.Way way,
                               Actor actor) {
        requireAdministrator(actor);
        requireFileName(file);
        String why = Texts.line("reason", reason, SHORTEST_REASON, LONGEST_REASON, "workshop.bad.reason");
        records.lock();
        List<ModelVersion> there = models.versions(file);
        requireBase(file, there, base);
        byte[] before = there.isEmpty() ? null : models.content(there.get(0));
        if (Arrays.equals(before, content)) {
            throw Refusal.conflict("workshop.no-change", file, there.get(0).version());
        }
        List<ModelProblem> refused = models.problems(file, content).stream().filter(ModelProblem::refuses).toList();
        if (!refused.isEmpty()) {
            throw new ModelRefused(refused);
        }
        ModelVersion deployed = models.deploy(file, content, why, actor);
        String hash = Sha256.of(content);
        String hashBefore = before == null ? "" : Sha256.of(before);
        records.add(deployed, hashBefore, hash,
                new DeploymentRecord(deployed.deployment(), actor.name(), why, way, clock.instant()), actor.who());
        audit.record(actor.who(), "MODEL_DEPLOY", "model/" + file, "version " + deployed.version() + " (" + way + "): " + why
                + "\nSHA-256 " + (hashBefore.isEmpty() ? "none" : hashBefore) + " -> " + hash);
        return deployed;
    }

    /** The version of the engine; a program that deploys asks first. */
    public String engineVersion(Actor actor) {
        requireAdministrator(actor);
        return models.engineVersion();
    }

    /** One step back: deploys the bytes of an earlier version, or of the shipped file, as a new one. */
    @Transactional
    public ModelVersion returnTo(String file, int version, String reason, int base, Actor actor) {
        requireAdministrator(actor);
        return deploy(file, content(file, version, actor), reason, base, DeploymentRecord.Way.WORKSHOP, actor);
    }

    private void requireBase(String file, List<ModelVersion> there, Integer base) {
        int latest = there.isEmpty() ? 0 : there.get(0).version();
        if (base == null || base == latest) {
            return;
        }
        if (there.isEmpty()) {
            throw Refusal.notFound("workshop.unknown", file);
        }
        ModelVersion theirs = there.get(0);
        DeploymentRecord record = recordsOf(file).get(theirs.deployment());
        throw Refusal.conflict("workshop.changed-meanwhile", file, theirs.version(),
                record == null ? new Text("workshop.software") : record.userName(),
                MINUTE.format(theirs.at())).with("latestVersion", latest);
    }

    private static void requireFileName(String file) {
        if (!FILE.matcher(file).matches()) {
            throw Refusal.field("file", "workshop.bad.file");
        }
    }

    private Map<String, DeploymentRecord> recordsOf(String file) {
        return records.of(file).stream().collect(Collectors.toMap(DeploymentRecord::deployment, Function.identity()));
    }

    /** Refuses everybody but the administrators of the platform. */
    public void requireAdministrator(Actor actor) {
        if (!actor.administersPlatform()) {
            throw Refusal.forbidden("workshop.administrators-only");
        }
    }

    private static void requireReader(Actor actor) {
        if (!actor.administersPlatform() && actor.sight() != Role.AUDITOR) {
            throw Refusal.forbidden("workshop.administrators-only");
        }
    }
}
