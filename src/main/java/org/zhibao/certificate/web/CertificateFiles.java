package org.zhibao.certificate.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhibao.certificate.RevocationList;

/** What everybody may fetch, without signing in: the authority's certificate and the list of revoked ones. */
@Controller
@RequestMapping("/certificates")
class CertificateFiles {

    private final RevocationList published;

    CertificateFiles(RevocationList published) {
        this.published = published;
    }

    @GetMapping("/ca.crl")
    ResponseEntity<byte[]> list() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/pkix-crl")).body(published.list());
    }

    @GetMapping("/ca.cer")
    ResponseEntity<byte[]> authority() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/pkix-cert"))
                .body(published.authority());
    }
}
