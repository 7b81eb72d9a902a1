package org.zhibao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped filing process with a county check between the system's check and the city's review, as the editor inserts it. */
public final class CountyCheck {

    /** The id of the added task. */
    public static final String TASK = "UserTask_CountyCheck";

    private static final String PASSED = "sourceRef=\"Gateway_CheckResult\" targetRef=\"UserTask_CityReview\"";
    private static final String STEP = """
            <bpmn:userTask id="UserTask_CountyCheck" name="县级核查" camunda:formKey="embedded:/forms/review/${filingId}" camunda:candidateGroups="${cityGroup}" camunda:dueDate="${dueCityReview}">
              <bpmn:extensionElements><camunda:properties><camunda:property name="stage" value="CITY_REVIEW" /></camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>Flow_CheckPassed</bpmn:incoming>
              <bpmn:outgoing>Flow_CountyChecked</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="Timer_CountyCheckDeadline" name="逾期" cancelActivity="false" attachedToRef="UserTask_CountyCheck">
              <bpmn:outgoing>Flow_CountyCheckOverdue</bpmn:outgoing>
              <bpmn:timerEventDefinition id="TimerDefinition_CountyCheck"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${deadlineClock.daily(dueCityReview)}</bpmn:timeCycle></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="EndEvent_CountyCheckOverdue" name="记录逾期">
              <bpmn:incoming>Flow_CountyCheckOverdue</bpmn:incoming>
              <bpmn:messageEventDefinition id="OverdueDefinition_CountyCheck" camunda:delegateExpression="${markOverdue}" />
            </bpmn:endEvent>
            <bpmn:boundaryEvent id="BoundaryEvent_UnitWithdrawsFromCounty" name="企业撤回" attachedToRef="UserTask_CountyCheck">
              <bpmn:outgoing>Flow_UnitWithdrewFromCounty</bpmn:outgoing>
              <bpmn:messageEventDefinition id="MessageDefinition_UnitWithdrawsFromCounty" messageRef="Message_UnitWithdraws" />
            </bpmn:boundaryEvent>
            <bpmn:exclusiveGateway id="Gateway_CountyDecision" name="县级意见？">
              <bpmn:incoming>Flow_CountyChecked</bpmn:incoming>
              <bpmn:outgoing>Flow_CountyForwards</bpmn:outgoing>
              <bpmn:outgoing>Flow_CountyReturns</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="Flow_CountyCheckOverdue" sourceRef="Timer_CountyCheckDeadline" targetRef="EndEvent_CountyCheckOverdue" />
            <bpmn:sequenceFlow id="Flow_UnitWithdrewFromCounty" sourceRef="BoundaryEvent_UnitWithdrawsFromCounty" targetRef="Gateway_Round" />
            <bpmn:sequenceFlow id="Flow_CountyChecked" sourceRef="UserTask_CountyCheck" targetRef="Gateway_CountyDecision" />
            <bpmn:sequenceFlow id="Flow_CountyForwards" name="报市" sourceRef="Gateway_CountyDecision" targetRef="UserTask_CityReview"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${decision == 'FORWARD'}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="Flow_CountyReturns" name="打回" sourceRef="Gateway_CountyDecision" targetRef="UserTask_Rectify"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${decision == 'RETURN'}</bpmn:conditionExpression></bpmn:sequenceFlow>
            """;

    private CountyCheck() {
    }

    /** The whole file; its drawing does not show the step. */
    public static String model() {
        try {
            String shipped = Files.readString(Path.of("processes/filing.bpmn"));
            return shipped.replace(PASSED, PASSED.replace("UserTask_CityReview", TASK))
                    .replace("</bpmn:process>", STEP + "</bpmn:process>");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
