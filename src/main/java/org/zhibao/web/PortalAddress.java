package org.zhibao.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the portal is found, for links that leave it: by the settings, never by what a request says of its host. */
@Component
public class PortalAddress {

    private final String base;

    PortalAddress(@Value("${zhibao.base-url}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** The full address of a page. */
    public String of(String path) {
        return base + path;
    }
}
