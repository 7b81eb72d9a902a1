package org.zhibao.casefile;

import static org.zhibao.oversight.FilingRows.instant;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingSummary;

/** Files on record beside explanations and answers; what is only in a draft is nobody's but the enterprise's. */
@Component
@Order(4)
class AttachmentEvents implements CaseSource {

    private final JdbcClient database;

    AttachmentEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<CaseEvent> of(FilingSummary filing) {
        return database.sql("select id, place, file_name, bytes, sha256, uploaded_at, uploaded_by, uploaded_by_name, revision "
                        + "from filing_attachment where filing_id = :id and revision is not null order by id")
                .param("id", filing.id())
                .query((rs, n) -> CaseEvent.of(instant(rs, "uploaded_at"), CaseKind.ATTACHMENT, "UPLOADED",
                                rs.getString("uploaded_by_name"))
                        .with("user", rs.getString("uploaded_by")).with("file", rs.getString("file_name"))
                        .with("bytes", rs.getInt("bytes")).with("sha256", rs.getString("sha256"))
                        .with("place", rs.getString("place")).with("revision", rs.getInt("revision"))
                        .with("attachment", rs.getLong("id"))).list();
    }
}
