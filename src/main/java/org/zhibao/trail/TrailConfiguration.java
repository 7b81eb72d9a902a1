package org.zhibao.trail;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhibao.audit.AuditTrail;

/** Puts the trail around the sign-in, which refuses things too. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    FilterRegistrationBean<TrailFilter> trailFilter(AuditTrail trail, Subjects subjects) {
        FilterRegistrationBean<TrailFilter> filter = new FilterRegistrationBean<>(new TrailFilter(trail, subjects));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }
}
