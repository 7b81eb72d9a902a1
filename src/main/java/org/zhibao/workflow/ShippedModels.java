package org.zhibao.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models that came with the software, and what becomes of them when it starts: a new or changed one is deployed,
 * unless an administrator's own version is in force. That one stays, and the workshop offers the shipped one.
 */
@Component
class ShippedModels {

    /** What the engine is told of where they come from; Cockpit shows it. */
    static final String SOURCE = "随软件发布";

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final Map<String, byte[]> files;

    ShippedModels() {
        this(read());
    }

    ShippedModels(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Each file by its name. */
    Map<String, byte[]> files() {
        return files;
    }

    /** Deploys what is to be in force, each file for itself; safe to be called by several nodes at once. */
    void deploy(RepositoryService repository, StoredModels stored) {
        files.forEach((file, content) -> {
            switch (stored.decide(file, content)) {
                case DEPLOY -> {
                    DeploymentBuilder deployment = repository.createDeployment().name(name(file)).source(SOURCE)
                            .addInputStream(file, new ByteArrayInputStream(content));
                    // of several nodes that start at once, one deploys
                    deployment.enableDuplicateFiltering(true).deploy();
                    LOG.info("Deployed {} as shipped", file);
                }
                case OFFER -> LOG.warn("{} came with a new version, but an administrator's own is in force: see /admin/models",
                        file);
                default -> LOG.debug("{} is in force", file);
            }
        });
    }

    /** What Cockpit calls the deployment of a file. */
    static String name(String file) {
        return SOURCE + " " + file;
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> found = new TreeMap<>();
        try {
            PathMatchingResourcePatternResolver paths = new PathMatchingResourcePatternResolver();
            for (Resource file : Stream.of("bpmn", "dmn").flatMap(type -> resources(paths, type)).toList()) {
                try (InputStream in = file.getInputStream()) {
                    found.put(file.getFilename(), in.readAllBytes());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static Stream<Resource> resources(PathMatchingResourcePatternResolver paths, String type) {
        try {
            return Arrays.stream(paths.getResources("classpath*:processes/*." + type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
