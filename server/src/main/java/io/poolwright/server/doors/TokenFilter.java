package io.poolwright.server.doors;

import io.poolwright.server.answers.Answers;
import io.poolwright.server.answers.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who sends {@code Authorization: Bearer} is who the token says, or nobody: a session beside it does not count. */
final class TokenFilter implements Filter {
    static final String BEARER = "Bearer ";

    private final TokenDoor door;
    private final Answers answers;

    TokenFilter(TokenDoor door, Answers answers) {
        this.door = door;
        this.answers = answers;
    }

    /** A request that proves itself by its token. No browser adds that header by itself. */
    static boolean bringsToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && (header.strip() + " ").regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        if (!bringsToken(request)) {
            next.doFilter(asked, answer);
            return;
        }
        Optional<Caller> caller = door.caller(request.getHeader(HttpHeaders.AUTHORIZATION)
                .strip()
                .substring(BEARER.length() - 1)
                .strip());
        if (caller.isEmpty()) {
            HttpServletResponse response = (HttpServletResponse) answer;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answers.write(response, Problem.of(401, "The token is not known, or it is over."));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(caller.get(), "", List.of())));
        next.doFilter(asked, answer);
    }
}
