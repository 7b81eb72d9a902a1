package org.zhibao.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhibao.workshop.ModelVersion;

/** What becomes of a shipped file when the software starts, given what the engine holds. */
final class StoredModels {

    /** What becomes of a shipped file. */
    enum Decision {
        /** It is deployed. */
        DEPLOY,
        /** An administrator's own version stays in force; the shipped one is offered. */
        OFFER,
        /** Nothing: it is in force, or it is the one that an administrator has replaced. */
        STAY
    }

    private final DeployedModels deployed;

    StoredModels(DeployedModels deployed) {
        this.deployed = deployed;
    }

    /** The same answer at every start, until somebody deploys. */
    Decision decide(String file, byte[] shipped) {
        List<ModelVersion> versions = deployed.versions(file);
        if (versions.isEmpty()) {
            return Decision.DEPLOY;
        }
        byte[] inForce = deployed.content(versions.get(0));
        if (Arrays.equals(inForce, shipped)) {
            return Decision.STAY;
        }
        Optional<byte[]> shippedBefore = versions.stream().filter(ModelVersion::shipped).findFirst().map(deployed::content);
        // who returned to a shipped version has none of their own any more
        if (shippedBefore.filter(before -> Arrays.equals(before, inForce)).isPresent()) {
            return Decision.DEPLOY;
        }
        return shippedBefore.filter(before -> Arrays.equals(before, shipped)).isPresent() ? Decision.STAY : Decision.OFFER;
    }
}
