package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhibao.period.BadDeadlineRule;
import org.zhibao.period.BadDeadlineRule.Reason;

/**
 * Evaluates decision tables of which exactly one row must match, as the system and always by the latest version deployed.
 * An answer is kept for as long as that version is the latest, so that the engine's history holds each question once.
 */
@Component
class DecisionTables {

    private static final int MOST_ANSWERS = 5000;

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final EngineCalls engine;
    private final TransactionTemplate apart;
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repository, DecisionService decisions, EngineCalls engine,
                   PlatformTransactionManager transactions) {
        this.repository = repository;
        this.decisions = decisions;
        this.engine = engine;
        // history is written also when the asker only reads, and a bad table does not undo what the asker did
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws BadDeadlineRule unless exactly one row matches */
    Map<String, Object> oneRow(String decision, Map<String, Object> input) {
        String shown = new TreeMap<>(input).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
        String definition = latest(decision, shown);
        String question = definition + " " + shown;
        Map<String, Object> known = answers.get(question);
        if (known != null) {
            return known;
        }
        Map<String, Object> answer = asked(definition, decision, input, shown);
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        answers.put(question, answer);
        return answer;
    }

    private String latest(String decision, String shown) {
        DecisionDefinition[] found = new DecisionDefinition[1];
        engine.asSystem(() -> found[0] = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision)
                .latestVersion().singleResult());
        if (found[0] == null) {
            throw new BadDeadlineRule(Reason.NO_DECISION, decision, shown, "");
        }
        return found[0].getId();
    }

    private Map<String, Object> asked(String definition, String decision, Map<String, Object> input, String shown) {
        List<Map<String, Object>> rows;
        try {
            rows = apart.execute(status -> evaluated(definition, input));
        } catch (RuntimeException failed) {
            boolean several = causes(failed).anyMatch(DmnHitPolicyException.class::isInstance);
            throw new BadDeadlineRule(several ? Reason.SEVERAL_ROWS : Reason.FAILED, decision, shown,
                    several ? "" : String.valueOf(failed.getMessage()));
        }
        if (rows.size() != 1) {
            throw new BadDeadlineRule(rows.isEmpty() ? Reason.NO_ROW : Reason.SEVERAL_ROWS, decision, shown, "");
        }
        return rows.get(0);
    }

    private List<Map<String, Object>> evaluated(String definition, Map<String, Object> input) {
        List<List<Map<String, Object>>> result = new ArrayList<>();
        engine.asSystem(() -> result.add(decisions.evaluateDecisionTableById(definition).variables(input).evaluate()
                .getResultList()));
        return result.get(0);
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause).limit(10);
    }
}
