package org.zhibao.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The script behind the offline pages: a browser lets it see what is below its own address, {@code /offline/}, only. */
@RestController
class ServiceWorker {

    private final Assets assets;

    ServiceWorker(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/offline/sw.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/javascript")).cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("static" + assets.url("sw.js")));
    }
}
