package io.poolwright.server.answers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each request an id, in the log and in the answer, and counts it by route and status. */
final class RequestWatch implements Filter {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String HEADER = "X-Request-Id";

    private final MeterRegistry registry;

    RequestWatch(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        String given = request.getHeader(HEADER);
        String id = given != null && ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        long began = System.nanoTime();
        MDC.put("request", id);
        try {
            next.doFilter(asked, answer);
        } finally {
            MDC.remove("request");
            if (!request.isAsyncStarted()) {
                timer(request, response).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        }
    }

    /** The route's pattern, never its path: what a stranger can invent must not become a series. */
    private Timer timer(HttpServletRequest request, HttpServletResponse response) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return registry.timer(
                "poolwright.http.server.requests",
                "method",
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                "route",
                pattern == null ? "none" : pattern.toString(),
                "status",
                Integer.toString(response.getStatus()));
    }
}
