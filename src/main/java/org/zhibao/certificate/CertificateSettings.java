package org.zhibao.certificate;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Client certificates, {@code zhibao.certificates.*}.
 *
 * @param address     where people with a certificate sign in, such as {@code https://zhibao.example.gov.cn:8444}; empty if
 *                    there is no such place
 * @param header      the header in which our proxies hand on the caller's certificate; empty: none is believed
 * @param authority   our own certificate authority
 * @param roots       a PEM file with the roots, and what is between, of another authority whose certificates are
 *                    registered here; null for none
 * @param days        how long a certificate is good for
 * @param renewalDays how long before its end it can be renewed
 * @param trial       a certificate for trying out
 */
@ConfigurationProperties("zhibao.certificates")
record CertificateSettings(@DefaultValue("") String address, @DefaultValue("") String header,
                           @DefaultValue Authority authority, Path roots, @DefaultValue("365") int days,
                           @DefaultValue("60") int renewalDays, @DefaultValue Trial trial) {

    /**
     * @param location its key and certificate, PKCS#12; made at the first start
     * @param password what protects it; empty: there is no authority of ours
     */
    record Authority(@DefaultValue("./data/ca/zhibao-ca.p12") Path location, @DefaultValue("") String password) {
    }

    /**
     * Only where there is demo data.
     *
     * @param account  whose certificate
     * @param location where its PKCS#12 is put; null: none is made
     * @param password what protects it
     */
    record Trial(@DefaultValue("province") String account, Path location, @DefaultValue("") String password) {
    }
}
