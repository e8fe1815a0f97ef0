package io.poolwright.server.doors;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfException;

/** A change that a browser sends comes from a page of ours: its {@code Origin}, when it names one, is where it is sent to. */
final class OriginRule implements Filter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ClosedDoor closed;

    OriginRule(ClosedDoor closed) {
        this.closed = closed;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        String origin = request.getHeader("Origin");
        String site = String.valueOf(request.getHeader("Sec-Fetch-Site"));
        boolean foreign = (origin != null && !isOurs(origin, request)) || site.equals("cross-site");
        if (foreign && !READS.contains(request.getMethod()) && !TokenFilter.bringsToken(request)) {
            closed.handle(request, (HttpServletResponse) answer, new CsrfException("sent by a page of another site"));
            return;
        }
        next.doFilter(asked, answer);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            URI from = URI.create(origin);
            int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
            return from.getHost() != null
                    && from.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(request.getServerName().toLowerCase(Locale.ROOT))
                    && port == request.getServerPort();
        } catch (IllegalArgumentException e) {
            return false; // includes "null", the origin of a page that hides it
        }
    }
}
