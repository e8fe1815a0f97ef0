package io.poolwright.server.doors;

import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * One way in.
 *
 * @param path a pattern: {@code /api/v1/pools/{id}}, {@code /static/**}
 * @param operation what the API document says about it; empty for what is not API
 */
public record Route(HttpMethod method, String path, Access access, Optional<Operation> operation) {
    /** A page, a file or a form of the web interface. */
    public static Route page(HttpMethod method, String path, Access access) {
        return new Route(method, path, access, Optional.empty());
    }

    /** A route of the API, open to a role and to tokens of a scope. */
    public static Route api(HttpMethod method, String path, Role least, Scope scope, Operation operation) {
        return new Route(method, path, Access.of(least, scope), Optional.of(operation));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
