package org.zhibao.certificate.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhibao.account.Actor;
import org.zhibao.certificate.CertificateLists;
import org.zhibao.certificate.Certificates;

/** A person's own certificates: how they stand, and the key of a new one, once. */
@Controller
@RequestMapping("/account/certificates")
class OwnCertificatePages {

    private final Certificates certificates;
    private final CertificateLists lists;

    OwnCertificatePages(Certificates certificates, CertificateLists lists) {
        this.certificates = certificates;
        this.lists = lists;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("certificates", lists.own(actor));
        return "own-certificates";
    }

    @PostMapping("/{id}/package")
    ResponseEntity<byte[]> download(@PathVariable long id, Actor actor) {
        return file(certificates.download(id, actor));
    }

    static ResponseEntity<byte[]> file(Certificates.Download download) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/x-pkcs12"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(download.fileName(), StandardCharsets.UTF_8).build().toString())
                .body(download.content());
    }
}
