package org.zhibao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.zhibao.account.Passwords;
import org.zhibao.account.EntryGate;
import org.zhibao.account.EntryRefused;
import org.zhibao.account.SignInBusy;

/**
 * One sign-in for pages, API and the engine's webapps. Browsers use a session, programs HTTP Basic; requests that carry
 * Basic credentials cannot be forged by a foreign page and need no CSRF token.
 */
@Configuration
class SecurityConfiguration {

    private static final int AFTER_SIGN_IN = 50;

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Problems problems) throws Exception {
        return http.securityMatcher("/api/**", "/modeler-api/**", "/v3/api-docs/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::carriesBasic))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .requestCache(cache -> cache.disable())
                .headers(SecurityHeaders::answers)
                .build();
    }

    /** The engine's webapps: the same session; content security policy and CSRF protection are their own. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(request -> request.getRequestURI().startsWith("/camunda/app/"));
        // by path: the webapps' API is not behind the dispatcher servlet, which a plain pattern would match only
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .headers(SecurityHeaders::common)
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                request -> request.getRequestURI().startsWith("/camunda/api/"))
                        .defaultAuthenticationEntryPointFor(signInPage(), AnyRequestMatcher.INSTANCE))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Clock clock) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers("/login", "/error", "/assets/**", "/favicon.ico", "/certificates/*",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**").hasRole("ADMIN")
                        .anyRequest().authenticated())
                .headers(SecurityHeaders::pages)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(signInPage()))
                .formLogin(login -> login.loginPage("/login").successHandler(new SignedInHere(clock)).permitAll()
                        .failureHandler((request, response, refused) -> response.sendRedirect(
                                "/login?" + why(refused))))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .build();
    }

    /** By path only: what a request says of its host makes no address of ours. */
    private static LoginUrlAuthenticationEntryPoint signInPage() {
        LoginUrlAuthenticationEntryPoint page = new SignInFirst();
        page.setFavorRelativeUris(true);
        return page;
    }

    private static String why(AuthenticationException refused) {
        return refused instanceof EntryRefused kept ? Problems.query(kept.problem())
                : refused instanceof LockedException ? "locked" : refused instanceof SignInBusy ? "busy" : "error";
    }

    /** First of all that know the person: who is not let in learns nothing else. */
    @Bean
    FilterRegistrationBean<EntryFilter> entry(EntryGate gate, Problems problems, Clock clock) {
        FilterRegistrationBean<EntryFilter> filter = new FilterRegistrationBean<>(new EntryFilter(gate, problems, clock));
        filter.setOrder(AFTER_SIGN_IN - 2);
        return filter;
    }

    /** Next, before anything else that acts for the person. */
    @Bean
    FilterRegistrationBean<EdgeFilter> edge(RequestRates rates, EdgeProperties properties, Problems problems,
                                            Clock clock) {
        FilterRegistrationBean<EdgeFilter> filter =
                new FilterRegistrationBean<>(new EdgeFilter(rates, properties, problems, clock));
        filter.setOrder(AFTER_SIGN_IN - 1);
        return filter;
    }

    /** After Spring Security's filter, which knows the person, and before anything that acts. */
    @Bean
    FilterRegistrationBean<StandingFilter> standing(Passwords passwords, Problems problems) {
        FilterRegistrationBean<StandingFilter> filter =
                new FilterRegistrationBean<>(new StandingFilter(passwords, problems));
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }

    private static boolean carriesBasic(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
