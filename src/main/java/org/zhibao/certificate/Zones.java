package org.zhibao.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whether a request comes from the private network (环保专网), W18 and W39. */
@Component
class Zones {

    /** Set by Tomcat when a proxy named in {@code server.tomcat.remoteip.internal-proxies} said who calls. */
    private static final String BY_PROXY = "org.apache.tomcat.request.forwarded";

    private final List<NetworkRange> ranges;

    Zones(ZoneSettings settings) {
        this.ranges = settings.privateRanges().stream().map(NetworkRange::parse).toList();
    }

    /**
     * A request that somebody passed on who is none of our proxies comes from outside: nobody knows from where.
     */
    boolean inside(HttpServletRequest request) {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return (byProxy(request) || !passedOn) && contains(request.getRemoteAddr());
    }

    boolean contains(String address) {
        Optional<byte[]> bytes = NetworkRange.address(String.valueOf(address));
        return bytes.isPresent() && ranges.stream().anyMatch(range -> range.contains(bytes.get()));
    }

    /** Whether a proxy of ours passed the request on. */
    static boolean byProxy(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(BY_PROXY));
    }
}
