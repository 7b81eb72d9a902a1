package org.zhibao.suspension;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Evidence as it is sent to who reads it: a picture to be looked at, a PDF to be downloaded; nothing in it runs. */
public final class Downloads {

    private Downloads() {
    }

    /** The answer with the file as it was uploaded. */
    public static ResponseEntity<byte[]> of(EvidenceTable.File file) {
        ContentDisposition.Builder shown = file.contentType().startsWith("image/") ? ContentDisposition.inline()
                : ContentDisposition.attachment();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file.content());
    }
}
