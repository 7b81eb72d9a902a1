package org.zhibao.suspension;

import java.time.Instant;

/** One attached file. */
public record Evidence(int number, String fileName, String contentType, int bytes, String sha256, Instant addedAt) {
}
