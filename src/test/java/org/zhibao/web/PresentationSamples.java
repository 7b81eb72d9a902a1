package org.zhibao.web;

import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Gives tests of other packages a {@link Presentation} at a time of their choice. */
public final class PresentationSamples {

    private PresentationSamples() {
    }

    public static Presentation presentation(Clock clock) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        return new Presentation(beans.getBeanProvider(Clock.class));
    }
}
