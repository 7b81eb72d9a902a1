package org.zhibao.workflow;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** The last wall before code that a model brings or names: the engine makes no object of a class and finds no script engine. */
class ForeignCode implements ArtifactFactory, ScriptEngineResolver {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("模型不得指定 Java 类。 A model must not name a Java class: " + type.getName());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new ProcessEngineException("模型不得包含脚本。 A model must not contain a script: " + language);
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new ProcessEngineException("no script engines");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return null;
    }
}
