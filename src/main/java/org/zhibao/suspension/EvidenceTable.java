package org.zhibao.suspension;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhibao.account.Actor;
import org.zhibao.audit.Sha256;
import org.zhibao.refusal.Refusal;

/** Evidence in the database, where it is backed up with what it proves. */
public class EvidenceTable {

    /** One attached file with its bytes. */
    public record File(String fileName, String contentType, byte[] content) {
    }

    private static final String COLUMNS = "number, file_name, content_type, bytes, sha256, added_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String owner;

    /** @param proved the table of what is proved: the evidence is in {@code <proved>_evidence}, by {@code <proved>_id} */
    protected EvidenceTable(JdbcClient jdbc, Clock clock, String proved) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = proved + "_evidence";
        this.owner = proved + "_id";
    }

    /** Adds files behind those there are; refused if they become too many. */
    public void add(long proved, List<EvidenceFile> files, Actor actor) {
        int there = of(proved).size();
        if (there + files.size() > EvidenceFile.MOST_FILES) {
            throw Refusal.field("files", "suspension.files-many", EvidenceFile.MOST_FILES);
        }
        for (EvidenceFile file : files) {
            there++;
            jdbc.sql("insert into " + table + " (" + owner + ", number, file_name, content_type, content, bytes, "
                            + "sha256, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(proved, there, file.fileName(), file.kind().mediaType(), file.content(),
                            file.content().length, Sha256.of(file.content()), actor.userId(), OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** The files in the order they came. */
    public List<Evidence> of(long proved) {
        return jdbc.sql("select " + COLUMNS + " from " + table + " where " + owner + " = ? order by number")
                .param(proved).query((row, n) -> new Evidence(row.getInt("number"),
                        row.getString("file_name"), row.getString("content_type"), row.getInt("bytes"),
                        row.getString("sha256"), row.getObject("added_at", OffsetDateTime.class).toInstant())).list();
    }

    /** One file with its bytes; refused if there is none of this number. */
    public File file(long proved, int number) {
        return jdbc.sql("select file_name, content_type, content from " + table + " where " + owner + " = ? and number = ?")
                .params(proved, number).query((row, n) -> new File(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional().orElseThrow(() -> Refusal.notFound("suspension.no-file", number));
    }
}
