package org.zhibao.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Addresses of our scripts and style sheets. Their file names carry a hash of their content, so that a browser may keep
 * them for ever and still never runs an old one against a new server.
 */
@Component
public class Assets {

    static final String ROOT = "/assets/";

    private final Map<String, String> hashedNames;

    public Assets() {
        this(new ClassPathResource("static/assets/manifest.json"));
    }

    Assets(Resource manifest) {
        this.hashedNames = manifest.exists() ? read(manifest) : Map.of();
    }

    /**
     * The address of a script or style sheet.
     *
     * @param name its source name, such as {@code fill-in.js}
     * @return its address, such as {@code /assets/fill-in-3F2A9C1B.js}; without a hash if the browser side was not built
     */
    public String url(String name) {
        return ROOT + hashedNames.getOrDefault(name, name);
    }

    private static Map<String, String> read(Resource manifest) {
        try (InputStream in = manifest.getInputStream()) {
            return Map.copyOf(new ObjectMapper().readValue(in, new TypeReference<Map<String, String>>() { }));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Unreadable asset manifest " + manifest, unreadable);
        }
    }
}
