package org.zhibao.certificate.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.account.Actor;
import org.zhibao.certificate.CertificateLists;
import org.zhibao.certificate.CertificatePage;
import org.zhibao.certificate.CertificateQuery;
import org.zhibao.certificate.CertificateState;
import org.zhibao.certificate.Certificates;
import org.zhibao.certificate.Revocation;

/** The certificates of an area through the API: keys are handed out on the pages only. */
@RestController
@RequestMapping("/api/v1/certificates")
class CertificateApi {

    /** @param reason in words, 4 to 200 characters */
    record RevocationRequest(@NotNull Revocation why, @NotNull String reason) {
    }

    private final Certificates certificates;
    private final CertificateLists lists;

    CertificateApi(Certificates certificates, CertificateLists lists) {
        this.certificates = certificates;
        this.lists = lists;
    }

    /** @param text part of a name or user name; {@code before} the {@code next} of the page before */
    @GetMapping
    CertificatePage list(@RequestParam(required = false) String text,
                         @RequestParam(required = false) CertificateState state,
                         @RequestParam(required = false) Long before, Actor actor) {
        return lists.page(new CertificateQuery(text, state, before), actor);
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @Valid @RequestBody RevocationRequest request, Actor actor) {
        certificates.revoke(id, request.why(), request.reason(), actor);
    }
}
