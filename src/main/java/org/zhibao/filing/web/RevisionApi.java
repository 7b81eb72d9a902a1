package org.zhibao.filing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.filing.FilingDesk;
import org.zhibao.filing.FilingDossier.RevisionSummary;
import org.zhibao.filing.Receipts;
import org.zhibao.web.RefusalTexts;

/** Copies of record through the API, and the verification of receipts. */
@RestController
@RequestMapping("/api/v1")
class RevisionApi {

    /** A receipt to be verified: its number and the SHA-256 printed on it (64 hex digits). */
    record VerifyBody(String receipt, String sha256) {
    }

    /** What the verification says, also in words. */
    record Verified(Receipts.Verdict verdict, String message, String receipt, Instant receivedAt) {
    }

    private final FilingDesk desk;
    private final Receipts receipts;
    private final RefusalTexts texts;

    RevisionApi(FilingDesk desk, Receipts receipts, RefusalTexts texts) {
        this.desk = desk;
        this.receipts = receipts;
        this.texts = texts;
    }

    @GetMapping("/filings/{id}/revisions")
    List<RevisionSummary> revisions(@PathVariable long id, Actor actor) {
        return desk.revisions(id, actor);
    }

    @GetMapping("/filings/{id}/revisions/{number}")
    FilingDesk.RevisionContent revision(@PathVariable long id, @PathVariable int number, Actor actor) {
        return desk.revision(id, number, actor);
    }

    /** The canonical bytes: what is hashed is exactly this. */
    @GetMapping("/filings/{id}/revisions/{number}/record")
    ResponseEntity<byte[]> record(@PathVariable long id, @PathVariable int number, Actor actor) {
        String name = desk.revision(id, number, actor).summary().receipt() + ".json";
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(desk.record(id, number, actor));
    }

    @PostMapping("/receipts/verify")
    Verified verify(@RequestBody VerifyBody body, Locale locale) {
        Receipts.Verification v = receipts.verify(body.receipt(), body.sha256());
        return new Verified(v.verdict(), texts.of("receipt." + v.verdict(), locale), v.receipt(), v.receivedAt());
    }
}
