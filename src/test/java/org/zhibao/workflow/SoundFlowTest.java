package org.zhibao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Whether a token can come everywhere and leave again. */
class SoundFlowTest {

    private static final String WAIT = "<receiveTask id='T' />";

    @Test
    void everyProcessWeShipIsSoundAndKeepsClocksAndContract() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file : files.toList()) {
                Element root = ModelReader.root(Files.readAllBytes(file)).orElseThrow();
                String name = file.getFileName().toString();
                for (ModelGate.Check check : List.of(new SoundFlow(), new KeptDeadlines(), new KeptContract(),
                        new SoundDecisions())) {
                    assertThat(check.problems(name, new byte[0], root)).as(name).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<endEvent id='E' /> | S-T T-E | ``",
        "`` | S-T | model.no-way-out T",
        "<endEvent id='E' /> | S-T | model.unreachable E",
        "<task id='A' /> | S-T T-A A-T | model.no-way-out T",
        "<task id='A' /><task id='B' /><endEvent id='E' /> | S-A A-B B-A B-E E-T | model.restless-circle A",
        "<boundaryEvent id='B' attachedToRef='T' /><endEvent id='E' /> | S-T B-E | ``",
        "<boundaryEvent id='B' attachedToRef='T' cancelActivity='false' /><endEvent id='E' /> | S-T B-E | model.no-way-out T",
        "<task id='A' /><subProcess id='X' triggeredByEvent='true'><startEvent id='XS' /><endEvent id='XE' /><sequenceFlow id='XF' sourceRef='XS' targetRef='XE' /></subProcess> | S-T T-A A-T | ``",
        "<subProcess id='X' triggeredByEvent='true'><startEvent id='XS' /><endEvent id='XE' /><sequenceFlow id='XF' sourceRef='XS' targetRef='XE' /></subProcess> | S-T | model.no-way-out T",
        "<task id='A' /><subProcess id='X' triggeredByEvent='true'><startEvent id='XS' isInterrupting='false' /><endEvent id='XE' /><sequenceFlow id='XF' sourceRef='XS' targetRef='XE' /></subProcess> | S-T T-A A-T | model.no-way-out T"})
    void whoCannotComeOrLeaveIsNamed(String more, String flows, String problem) {
        StringBuilder drawn = new StringBuilder();
        for (String flow : flows.split(" ")) {
            String[] ends = flow.split("-");
            drawn.append("<sequenceFlow id='").append(flow).append("' sourceRef='").append(ends[0]).append("' targetRef='")
                    .append(ends[1]).append("' />");
        }
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='P'>"
                + "<startEvent id='S' />" + WAIT + more + drawn + "</process></definitions>";
        List<String> found = new SoundFlow().problems("x.bpmn", new byte[0],
                ModelReader.root(model.getBytes(StandardCharsets.UTF_8)).orElseThrow()).stream()
                .map(p -> p.reason().key() + " " + p.element()).toList();
        if (problem.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(problem);
        }
    }
}
