package org.zhibao.casefile.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhibao.web.Assets;

/** Where the engine's Cockpit, which knows only addresses without a hash, finds our audit pages. */
@RestController
class AuditPlugin {

    private final Assets assets;

    AuditPlugin(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/cockpit/audit.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body("import {plugins} from '%s';%nexport default plugins('%s');%n"
                        .formatted(assets.url("audit.js"), assets.url("audit.css")));
    }
}
