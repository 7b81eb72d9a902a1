package org.zhibao.operation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhibao.operation.CaseProcess;
import org.zhibao.operation.CaseVersion;
import org.zhibao.operation.MoveOrder;

/** Which cases move where, as a form or an address says it. */
final class OrderForm {

    private static final String STEP = "step.";

    private OrderForm() {
    }

    /** As it was filled in; a version that is no number is none there is. */
    static MoveOrder order(String process, MultiValueMap<String, String> fields) {
        Map<String, String> steps = new HashMap<>();
        fields.forEach((name, values) -> {
            String step = name.startsWith(STEP) ? name.substring(STEP.length()) : "";
            // one that is mapped to its like need not be told
            if (!step.isEmpty() && !step.equals(values.get(0))) {
                steps.put(step, values.get(0));
            }
        });
        return new MoveOrder(process, fields.getOrDefault("from", List.of()).stream().map(OrderForm::number).distinct()
                .toList(), number(fields.getFirst("to")), steps);
    }

    /** The same; to begin with, from the versions with open cases, as many as can be moved at once, to the latest. */
    static MoveOrder order(CaseProcess process, MultiValueMap<String, String> fields) {
        if (fields.containsKey("to")) {
            return order(process.key(), fields);
        }
        return new MoveOrder(process.key(), process.versions().stream().filter(v -> !v.latest() && v.open() > 0)
                .map(CaseVersion::version).limit(MoveOrder.MOST_VERSIONS).toList(), process.latest(), Map.of());
    }

    /** Where the form is filled in like that. */
    static String address(MoveOrder order) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/cases/{process}")
                .queryParam("to", order.to());
        order.from().forEach(version -> address.queryParam("from", version));
        order.steps().forEach((step, target) -> address.queryParam(STEP + step, target));
        return address.build(order.process()).toString();
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(String.valueOf(written).strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
