package io.poolwright.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** Our settings in Spring's words, and Spring's own that we want otherwise. */
public final class SpringProperties {
    private SpringProperties() {}

    /** The name of the session's cookie. Behind TLS its prefix keeps other hosts of the domain from setting it. */
    public static String cookie(ServerSettings settings) {
        return settings.behindProxy() ? "__Host-poolwright" : "poolwright";
    }

    static Map<String, Object> of(ServerSettings settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("spring.config.location", "optional:classpath:/io/poolwright/server/none/");
        all.put("spring.main.lazy-initialization", "false");
        all.put("server.address", settings.listen().host().getHostAddress());
        all.put("server.port", Integer.toString(settings.listen().port()));
        all.put("server.shutdown", "graceful");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        all.put("server.forward-headers-strategy", settings.behindProxy() ? "native" : "none");
        all.put("server.servlet.session.timeout", "30m");
        all.put("server.servlet.session.tracking-modes", "cookie");
        all.put("server.servlet.session.cookie.name", cookie(settings));
        all.put("server.servlet.session.cookie.http-only", "true");
        all.put("server.servlet.session.cookie.same-site", "strict");
        all.put("server.servlet.session.cookie.secure", Boolean.toString(settings.behindProxy()));
        all.put("server.servlet.session.cookie.path", "/");
        all.put("server.tomcat.use-relative-redirects", "true");
        all.put("server.max-http-request-header-size", "16KB");
        all.put("server.tomcat.max-http-form-post-size", "64KB");
        all.put("server.tomcat.max-swallow-size", "4MB");
        all.put("server.tomcat.connection-timeout", "10s");
        all.put("server.tomcat.threads.max", "40");
        all.put("server.tomcat.threads.min-spare", "2");
        all.put("server.tomcat.max-connections", "1000");
        all.put("server.error.include-message", "never");
        all.put("server.error.include-stacktrace", "never");
        all.put("server.error.whitelabel.enabled", "false");
        all.put("spring.web.resources.static-locations", "classpath:/static/");
        all.put("spring.mvc.static-path-pattern", "/static/**");
        all.put("spring.web.resources.cache.cachecontrol.max-age", "1h");
        all.put("spring.thymeleaf.check-template-location", "false");
        return all;
    }
}
