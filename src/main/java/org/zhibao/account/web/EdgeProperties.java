package org.zhibao.account.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds at the edge, {@code zhibao.edge.*}.
 *
 * @param longestSession    how long a session lasts however busy it is; how long an idle one lasts is
 *                          {@code server.servlet.session.timeout}
 * @param requestsPerMinute how many requests an account may send in a minute, over all its sessions and programs
 */
@ConfigurationProperties("zhibao.edge")
record EdgeProperties(@DefaultValue("12h") Duration longestSession, @DefaultValue("3000") int requestsPerMinute) {
}
