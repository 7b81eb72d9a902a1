package org.zhibao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.zhibao.refusal.Refusal.Text;
import org.zhibao.workshop.ModelProblem;

/** Whether every user task is due at a time and has the one timer that fires then. */
@Component
class KeptDeadlines implements ModelGate.Check {

    private static final Pattern DAILY = Pattern.compile("\\s*\\$\\{deadlineClock\\.daily\\(([A-Za-z][A-Za-z0-9_]*)\\)}\\s*");

    @Override
    public List<ModelProblem> problems(String file, byte[] content, Element root) {
        return Models.all(root, "userTask").flatMap(task -> of(file, root, task).stream()).toList();
    }

    private static List<ModelProblem> of(String file, Element root, Element task) {
        List<ModelProblem> found = new ArrayList<>();
        Optional<String> due = ExpressionGrammar.bareName(Models.camunda(task, "dueDate"));
        if (due.isEmpty()) {
            found.add(Models.error(file, task, new Text("model.no-due-date", "${dueCityReview}")));
        }
        List<Element> timers = Models.all(root, "boundaryEvent")
                .filter(e -> e.getAttribute("attachedToRef").equals(Models.id(task)))
                .filter(e -> Models.defines(e, "timerEventDefinition")).toList();
        if (timers.isEmpty()) {
            found.add(Models.error(file, task, new Text("model.no-deadline-timer", daily(due))));
        } else if (timers.size() > 1) {
            found.add(Models.error(file, task, new Text("model.several-timers", timers.size())));
        } else {
            timer(file, timers.get(0), due).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<ModelProblem> timer(String file, Element timer, Optional<String> due) {
        if (!"false".equals(timer.getAttribute("cancelActivity"))) {
            return Optional.of(Models.error(file, timer, new Text("model.timer-interrupts")));
        }
        Matcher daily = DAILY.matcher(Models.all(timer, "timeCycle").map(Models::text).findFirst().orElse(""));
        if (!daily.matches() || due.isPresent() && !daily.group(1).equals(due.get())) {
            return Optional.of(Models.error(file, timer, new Text("model.other-deadline", daily(due))));
        }
        return Optional.empty();
    }

    private static String daily(Optional<String> due) {
        return "${deadlineClock.daily(" + due.orElse("…") + ")}";
    }
}
