package org.zhibao.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhibao.account.Passwords;
import org.zhibao.account.SignedIn;
import org.zhibao.account.Standing;

/**
 * Looks at each request how the account of its session stands now: a disabled one, one that acts in another capacity, or
 * one whose password was set anew, ends here; who has to change the password gets nowhere else before.
 */
class StandingFilter extends OncePerRequestFilter {

    static final String CHANGE = "/account/password";

    private static final int WARN_DAYS = 14;
    private static final Pattern ALWAYS = Pattern.compile("/(login|logout|sign-out|error|favicon\\.ico|assets/.*"
            + "|account/password|actuator/health.*)");

    private final Passwords passwords;
    private final Problems problems;

    StandingFilter(Passwords passwords, Problems problems) {
        this.passwords = passwords;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Standing standing = passwords.standing(signedIn.getName());
        if (!signedIn.actor().equals(standing.actor()) || !Objects.equals(standing.passwordSetAt(), signedIn.passwordSetAt())) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            problems.ended(request, response);
            return;
        }
        if (standing.mustChange() && !ALWAYS.matcher(request.getRequestURI()).matches()) {
            if (Problems.isProgram(request)) {
                problems.write(request, response, HttpStatus.FORBIDDEN, "password.change-first");
            } else {
                response.sendRedirect(CHANGE);
            }
            return;
        }
        if (standing.daysLeft() != null && standing.daysLeft() <= WARN_DAYS) {
            request.setAttribute("passwordDaysLeft", standing.daysLeft());
        }
        chain.doFilter(request, response);
    }
}
