package org.zhibao.workflow;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhibao.filing.FilingActions;

/** Lets the engine's webapps believe the portal's sign-in. */
@Configuration
class WebappSecurity {

    /** After Spring Security's filter, which has put the person into the request. */
    private static final int AFTER_SIGN_IN = 101;
    private static final int GATE = 100;

    @Bean
    FilterRegistrationBean<WebappGate> webappGate(FilingActions actions, TaskService tasks, WebappAnswers answers) {
        FilterRegistrationBean<WebappGate> filter = new FilterRegistrationBean<>(new WebappGate(actions, tasks,
                answers));
        filter.addUrlPatterns("/camunda/api/*");
        filter.setOrder(GATE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("webapp-sign-in");
        filter.addInitParameter(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                ContainerBasedAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }
}
