package io.poolwright.server.doors;

import io.poolwright.server.answers.Answers;
import io.poolwright.server.answers.Paths;
import io.poolwright.server.answers.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What is answered to who may not pass: programs get a problem, people the page to sign in or a page that says no. */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final RouteTable routes;
    private final Answers answers;

    ClosedDoor(RouteTable routes, Answers answers) {
        this.routes = routes;
        this.answers = answers;
    }

    /** Nobody has signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (Paths.isForPrograms(request.getRequestURI())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answers.write(
                    response,
                    Problem.of(401, "This needs an account.")
                            .write("Authorization: Bearer pw_… with a token of yours"));
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect("/login");
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Somebody has, but may not do this; or there is nothing to do here. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        List<String> methods = routes.methods(request.getRequestURI()).stream()
                .map(HttpMethod::name)
                .toList();
        boolean elsewhere = methods.isEmpty();
        boolean otherwise = !elsewhere && !methods.contains(request.getMethod());
        if (otherwise) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        if (!Paths.isForPrograms(request.getRequestURI())) {
            response.sendError(elsewhere ? 404 : otherwise ? 405 : 403);
        } else if (elsewhere) {
            answers.write(response, Problem.of(404, "There is nothing here."));
        } else if (otherwise) {
            answers.write(
                    response,
                    Problem.of(405, "This takes another method.")
                            .found(request.getMethod())
                            .accepted(methods));
        } else if (e instanceof CsrfException) {
            answers.write(
                    response,
                    Problem.of(403, "A change that a browser sends must carry its token.")
                            .write("the header X-XSRF-TOKEN with the token of the page, or a Bearer token"));
        } else {
            answers.write(response, Problem.of(403, "Your role, or your token's scopes, do not cover this."));
        }
    }
}
