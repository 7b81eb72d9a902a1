package org.zhibao.casefile.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.audit.Sha256;
import org.zhibao.casefile.CaseFiles;
import org.zhibao.casefile.EvidenceLog;
import org.zhibao.filing.FilingSummary;

/** Evidence to take along; that it was taken is audited, with its hash. */
@RestController
class EvidenceApi {

    private final CaseFiles files;
    private final CaseEvidence evidence;
    private final EvidenceLog log;

    EvidenceApi(CaseFiles files, CaseEvidence evidence, EvidenceLog log) {
        this.files = files;
        this.evidence = evidence;
        this.log = log;
    }

    @GetMapping("/api/v1/audit/cases/{id}/evidence.zip")
    ResponseEntity<byte[]> evidence(@PathVariable long id, Actor actor) {
        FilingSummary filing = files.require(id, actor);
        byte[] zip = evidence.zip(filing, actor);
        log.taken(filing, Sha256.of(zip), zip.length, actor);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evidence-" + filing.period() + "-" + filing.orgCode() + ".zip\"")
                .body(zip);
    }
}
