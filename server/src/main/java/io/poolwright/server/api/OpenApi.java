package io.poolwright.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poolwright.server.answers.Problem;
import io.poolwright.server.doors.Operation;
import io.poolwright.server.doors.Route;
import io.poolwright.server.doors.RouteTable;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API document, OpenAPI 3.1, written from the table of routes and the records that they take and give. */
public final class OpenApi {
    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OpenApi() {}

    /** The document; the same for the same table. */
    public static ObjectNode document(RouteTable routes) {
        Schemas schemas = new Schemas();
        ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Poolwright")
                .put("version", "1")
                .put(
                        "description",
                        "Every pool and balancer of a live stack against its limit. Errors are problems (RFC 9457).")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes.all()) {
            route.operation().ifPresent(it -> {
                String method = route.method().name().toLowerCase(Locale.ROOT);
                paths.withObjectProperty(route.path()).set(method, operation(route, it, schemas));
            });
        }
        schemas.reference(Problem.class);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token that begins with pw_, with the scope that the operation names.");
        return document;
    }

    private static ObjectNode operation(Route route, Operation operation, Schemas schemas) {
        String scope = route.access().scope().map(Scope::id).orElse("none");
        String role = route.access().least().map(Role::id).orElse("anybody");
        ObjectNode node = NODES.objectNode()
                .put("operationId", id(route))
                .put("summary", operation.summary())
                .put("description", "Role: %s. Scope of a token: %s.".formatted(role, scope));
        node.putArray("security").addObject().putArray("token");
        parameters(route, operation, node);
        operation.body().ifPresent(it -> node.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.reference(it)));
        ObjectNode responses = node.putObject("responses");
        ObjectNode well =
                responses.putObject(Integer.toString(operation.status())).put("description", "Done.");
        operation.answer().ifPresent(it -> well.putObject("content")
                .putObject("application/json")
                .set("schema", schemas.reference(it)));
        responses
                .putObject("default")
                .put("description", "Not done, and why.")
                .putObject("content")
                .putObject(Problem.MEDIA_TYPE)
                .set("schema", schemas.reference(Problem.class));
        return node;
    }

    private static void parameters(Route route, Operation operation, ObjectNode node) {
        ArrayNode parameters = NODES.arrayNode();
        Matcher inPath = IN_PATH.matcher(route.path());
        while (inPath.find()) {
            parameters
                    .addObject()
                    .put("name", inPath.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (Operation.Parameter each : operation.parameters()) {
            parameters
                    .addObject()
                    .put("name", each.name())
                    .put("in", each.in())
                    .put("description", each.description())
                    .putObject("schema")
                    .put("type", "string");
        }
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
    }

    /** {@code get-alerts-id} of {@code GET /api/v1/alerts/{id}}. */
    private static String id(Route route) {
        String path = route.path().replaceFirst("^(/api)?/v1/", "").replaceAll("[^a-z]+", "-");
        return "%s-%s"
                .formatted(route.method().name().toLowerCase(Locale.ROOT), path)
                .replaceAll("-+$", "");
    }
}
