package org.zhibao.suspension;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.account.Actor;
import org.zhibao.audit.Sha256;
import org.zhibao.refusal.Refusal;

/** The evidence of suspensions, in the database: it is backed up with what it proves. */
@Component
class SuspensionFiles {

    private static final String COLUMNS = "number, file_name, content_type, bytes, sha256, added_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    SuspensionFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds files behind those there are; refused if they become too many. */
    void add(long suspension, List<EvidenceFile> files, Actor actor) {
        int there = of(suspension).size();
        if (there + files.size() > EvidenceFile.MOST_FILES) {
            throw Refusal.field("files", "suspension.files-many", EvidenceFile.MOST_FILES);
        }
        for (EvidenceFile file : files) {
            there++;
            jdbc.sql("insert into suspension_evidence (suspension_id, number, file_name, content_type, content, bytes, "
                            + "sha256, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(suspension, there, file.fileName(), file.kind().mediaType(), file.content(),
                            file.content().length, Sha256.of(file.content()), actor.userId(), OffsetDateTime.now(clock))
                    .update();
        }
    }

    List<SuspensionView.Evidence> of(long suspension) {
        return jdbc.sql("select " + COLUMNS + " from suspension_evidence where suspension_id = ? order by number")
                .param(suspension).query((row, n) -> new SuspensionView.Evidence(row.getInt("number"),
                        row.getString("file_name"), row.getString("content_type"), row.getInt("bytes"),
                        row.getString("sha256"), row.getObject("added_at", OffsetDateTime.class).toInstant())).list();
    }

    Optional<byte[]> content(long suspension, int number) {
        return jdbc.sql("select content from suspension_evidence where suspension_id = ? and number = ?")
                .params(suspension, number).query((row, n) -> row.getBytes(1)).optional();
    }
}
