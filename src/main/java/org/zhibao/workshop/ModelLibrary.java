package org.zhibao.workshop;

import java.util.List;
import java.util.Optional;
import org.zhibao.account.Actor;

/** The models of the platform: those deployed, those shipped with the software, and the gate before them. */
public interface ModelLibrary {

    /** The latest version of every file, by name. */
    List<ModelVersion> latest();

    /** Every version of a file, the latest first; empty if none was ever deployed. */
    List<ModelVersion> versions(String file);

    /** The bytes of a version, as they were deployed. */
    byte[] content(ModelVersion version);

    /** The file of this name that came with the software that runs. */
    Optional<byte[]> shipped(String file);

    /** Everything the gate has to say about a file: what refuses it first. */
    List<ModelProblem> problems(String file, byte[] content);

    /** Deploys a file; that it may be was checked before. The title is cut where the engine has no room for it. */
    ModelVersion deploy(String file, byte[] content, String title, Actor actor);

    /** The version of the engine, for programs that ask. */
    String engineVersion();
}
