package io.poolwright.server.doors;

import io.poolwright.server.answers.Answers;
import io.poolwright.server.answers.Paths;
import io.poolwright.server.answers.Problem;
import io.poolwright.server.state.User;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * What a session must still be at each request: young enough, of an account that is open, from after the last change of its
 * password. Its role is the one of now. Who has a one-time password gets no further than to the page that changes it.
 */
final class SessionRules implements Filter {
    /** From sign-in to the end of a session, however busy it is. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String CHANGE = "/password";
    private static final Set<String> OPEN_BEFORE_CHANGE = Set.of(CHANGE, "/logout", "/login");

    private final Accounts accounts;
    private final Answers answers;
    private final Clock clock;

    SessionRules(Accounts accounts, Answers answers, Clock clock) {
        this.accounts = accounts;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        Authentication seen = SecurityContextHolder.getContext().getAuthentication();
        if (request.getDispatcherType() == DispatcherType.ERROR // the refusal of a request that was judged already
                || seen == null
                || !(seen.getPrincipal() instanceof Caller caller)
                || caller.scopes().isPresent()) {
            next.doFilter(asked, answer);
            return;
        }
        Optional<User> user = stillGood(caller.user(), request.getSession(false));
        if (user.isEmpty()) {
            end(request);
        } else {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(Caller.signedIn(user.get()), "", List.of())));
            if (user.get().mustChange() && !isOpenBeforeChange(request.getRequestURI())) {
                if (Paths.isForPrograms(request.getRequestURI())) {
                    answers.write(response, Problem.of(403, "The one-time password has to be changed first."));
                } else {
                    response.sendRedirect(CHANGE);
                }
                return;
            }
        }
        next.doFilter(asked, answer);
    }

    private Optional<User> stillGood(User then, @Nullable HttpSession session) {
        if (session == null
                || clock.instant()
                        .isAfter(Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST))) {
            return Optional.empty();
        }
        return accounts.open(then.id()).filter(now -> now.passwordAt().equals(then.passwordAt()));
    }

    private static boolean isOpenBeforeChange(String path) {
        return OPEN_BEFORE_CHANGE.contains(path) || path.startsWith("/static/");
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
