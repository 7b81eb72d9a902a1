package org.zhibao.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhibao.rule.Finding;

/**
 * What is kept of a submission (留存副本), as one self-contained document: whose report, for which quarter, every value as
 * typed, the findings with the explanations given and the files beside them (by number and hash), which version of each review rule looked at it, who signed, who sent
 * it and when, and the hash of the revision before.
 */
@JsonPropertyOrder(alphabetic = true)
record CopyOfRecord(String schema, String receipt, String period, int revision, String orgCode, String uscc,
                    String unitName, String cityCode, String countyCode, Instant receivedAt, boolean late,
                    String submittedBy, String submittedByName, String previousSha256, ReportDocument document,
                    List<Finding> findings, Map<String, Integer> rules,
                    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FiledAttachment> attachments) {

    static final String SCHEMA = "zhibao-copy-of-record-1";

    CopyOfRecord {
        attachments = attachments == null ? List.of() : attachments;
    }
}
