package org.zhibao.certificate;

import java.util.List;

/**
 * A page of certificates.
 *
 * @param total how many there are in all
 * @param next  before which id the next page goes on; null on the last
 */
public record CertificatePage(List<ClientCertificate> certificates, long total, Long next) {
}
