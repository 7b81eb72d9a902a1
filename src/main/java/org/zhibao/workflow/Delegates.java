package org.zhibao.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans that models may name: the delegates of this package, and the clock of deadlines. No other bean, ever. */
@Component
class Delegates {

    private static final String CLOCK = "deadlineClock";

    private final ListableBeanFactory beans;
    private volatile Set<String> names;

    Delegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The names, found without making the beans. */
    Set<String> names() {
        if (names == null) {
            names = Stream.concat(Stream.of(CLOCK), Stream.of(beans.getBeanNamesForType(JavaDelegate.class, false, false))
                    .filter(this::isOurs)).collect(Collectors.toUnmodifiableSet());
        }
        return names;
    }

    private boolean isOurs(String name) {
        Class<?> type = beans.getType(name, false);
        return type != null && type.getPackage().equals(Delegates.class.getPackage());
    }

    Optional<Object> find(String name) {
        return names().contains(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    /** Whether the bean does the work of a service task; the clock does not. */
    boolean works(String name) {
        return !CLOCK.equals(name) && names().contains(name);
    }
}
