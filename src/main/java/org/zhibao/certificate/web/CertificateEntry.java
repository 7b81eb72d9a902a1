package org.zhibao.certificate.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people with a certificate sign in; templates know it as {@code @certificateEntry}. */
@Component("certificateEntry")
class CertificateEntry {

    private final String address;

    CertificateEntry(@Value("${zhibao.certificates.address:}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** The full address of the sign-in page there; null if the settings name none. */
    public String address() {
        return address.isEmpty() ? null : address + "/login";
    }
}
