package org.zhibao.filing.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhibao.account.Actor;
import org.zhibao.filing.attachment.Attachment;
import org.zhibao.filing.attachment.Attachments;
import org.zhibao.refusal.Refusal;

/** The files beside the explanations of a report. */
@RestController
@RequestMapping("/api/v1/filings/{id}/attachments")
class AttachmentApi {

    private final Attachments attachments;

    AttachmentApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping
    List<Attachment> all(@PathVariable long id, Actor actor) {
        return attachments.of(id, actor);
    }

    /** @param key the explanation it belongs to: a finding's fingerprint, {@code return/1}, {@code point/5} */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment add(@PathVariable long id, @RequestParam(required = false) String key,
                   @RequestParam(required = false) MultipartFile file, Actor actor) throws IOException {
        return attachments.add(id, key, file == null ? "" : file.getOriginalFilename(), content(file), actor);
    }

    /** Always as a file to be saved: a browser shows nothing of it, whatever it holds. */
    @GetMapping("/{attachment}")
    ResponseEntity<byte[]> read(@PathVariable long id, @PathVariable long attachment, Actor actor) {
        Attachments.Content content = attachments.read(id, attachment, actor);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(content.attachment().mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(content.attachment().fileName(), StandardCharsets.UTF_8).build().toString())
                .body(content.bytes());
    }

    @DeleteMapping("/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long attachment, Actor actor) {
        attachments.remove(id, attachment, actor);
    }

    /** Refused before it is read into memory if it is too large. */
    private static byte[] content(MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        if (file.getSize() > Attachments.MOST_MEGABYTES * 1_000_000L) {
            throw Refusal.field("file", "attachment.refused.too-big", Attachments.MOST_MEGABYTES);
        }
        return file.getBytes();
    }
}
