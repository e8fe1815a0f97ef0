package io.poolwright.server.doors;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every way in. What is not in the table is refused. */
public final class RouteTable {
    private final List<Route> routes;
    private final List<PathPattern> patterns;

    /** A table of these routes, searched in their order. */
    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.patterns = routes.stream()
                .map(it -> PathPatternParser.defaultInstance.parse(it.path()))
                .toList();
    }

    /** All of them. */
    public List<Route> all() {
        return routes;
    }

    /** The methods that some route takes at a path; none when no route has it. */
    List<HttpMethod> methods(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return IntStream.range(0, routes.size())
                .filter(it -> patterns.get(it).matches(container))
                .mapToObj(it -> routes.get(it).method())
                .distinct()
                .toList();
    }
}
