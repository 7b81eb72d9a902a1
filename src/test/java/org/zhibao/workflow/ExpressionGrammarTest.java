package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions the engine may read at all. */
class ExpressionGrammarTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text, with $ and # and {braces}", "R5/PT5M", "${filingId}", "#{filingId}",
        "embedded:/forms/areas/${period}/${area}", "${decision == 'ACCEPT'}", "${deadlineClock.daily(dueFillIn)}",
        "${ rectifying }", "${!rectifying}", "${not rectifying and (round gt 2 || decision != \"RETURN\")}",
        "${round == 2.5}", "${empty answer}", "${decision == 'A' or decision == 'B'}"})
    void whatModelsNeedIsAllowed(String text) {
        assertThat(ExpressionGrammar.offending(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${''.getClass()}",
        "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
        "${\"\".class.forName(\"java.lang.Runtime\")}",
        "${''['class']}",
        "${''['cl'.concat('ass')]}",
        "${checkReport.getClass()}",
        "${checkReport.class.classLoader}",
        "${deadlineClock.getClass()}",
        "${deadlineClock.daily(due).getClass()}",
        "${deadlineClock.daily(''.getClass())}",
        "${deadlineClock.daily(due, due)}",
        "${deadlineClock['daily'](due)}",
        "${deadlineClock.move(due)}",
        "${execution}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngineServices.repositoryService}",
        "${task.setAssignee('admin')}",
        "${deadlineClock.daily(execution)}",
        "${caseExecution}",
        "${filingId[0]}",
        "${filingId.x}",
        "${[1,2]}",
        "${{'a': 1}}",
        "${a = 1}",
        "${a ; b}",
        "${x -> x}",
        "${a ? b : c}",
        "${a += b}",
        "${a + b}",
        "${currentUser()}",
        "${now()}",
        "${fn:exec('id')}",
        "${java.lang.Runtime}",
        "${T(java.lang.Runtime)}",
        "${Runtime}${Runtime.getRuntime()}",
        "#{filingId}#{''.getClass()}",
        "${#{filingId}}",
        "${'#{filingId}'}",
        "${'}'.getClass()}",
        "\\${''.getClass()}",
        "\\\\${filingId}",
        "${'\\''.getClass()}",
        "${a\\u002egetClass()}",
        "${",
        "${}",
        "${filingId",
        "${a instanceof b}",
        "${a == b == c}",
        "${1.getClass()}",
        "${true.getClass()}",
        "${(filingId).getClass()}",
        "${\u0061b\u2024getClass()}",
        "${filingId}text${''.getClass()}"})
    void whatCouldReachCodeIsNot(String text) {
        assertThat(ExpressionGrammar.offending(text)).isPresent();
    }

    @Test
    void longExpressionsAreRefusedAndDeepOnesDoNotExhaustTheStack() {
        assertThat(ExpressionGrammar.offending("${" + "a and ".repeat(100) + "a}")).isPresent();
        assertThat(ExpressionGrammar.offending("${" + "(".repeat(100_000) + "a")).isPresent();
        assertThat(ExpressionGrammar.offending("no expression ".repeat(1000))).isEmpty();
    }

    @Test
    void itSaysWhereTheTextStopsBeingAllowed() {
        assertThat(ExpressionGrammar.offending("x${filingId == 'a' && ''.getClass()}")).contains(".getClass()}");
    }

    @Test
    void aDelegateIsNamedByNothingElseInTheExpression() {
        assertThat(ExpressionGrammar.bareName("${checkReport}")).contains("checkReport");
        assertThat(ExpressionGrammar.bareName("${checkReport }x")).isEmpty();
        assertThat(ExpressionGrammar.bareName("checkReport")).isEmpty();
    }
}
