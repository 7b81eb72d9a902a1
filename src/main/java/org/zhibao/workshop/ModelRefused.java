package org.zhibao.workshop;

import java.util.List;
import java.util.Map;
import org.zhibao.refusal.Refusal;

/** The gate refuses a file. Each problem that does so is an error of the field that its element's id names. */
public final class ModelRefused extends Refusal {

    private final transient List<ModelProblem> problems;

    ModelRefused(List<ModelProblem> problems) {
        super(Kind.UNPROCESSABLE, new Text("refusal.fields", problems.size()),
                problems.stream().map(p -> new FieldError(p.element(), p.reason())).toList(), Map.of());
        this.problems = List.copyOf(problems);
    }

    /** What refuses it. */
    public List<ModelProblem> problems() {
        return problems;
    }
}
