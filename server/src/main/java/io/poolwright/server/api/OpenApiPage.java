package io.poolwright.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poolwright.server.doors.RouteTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/openapi.json}: the API about itself. */
@RestController
public final class OpenApiPage {
    private final ObjectNode document;

    OpenApiPage(RouteTable routes) {
        document = OpenApi.document(routes);
    }

    @GetMapping("/api/v1/openapi.json")
    ObjectNode document() {
        return document;
    }
}
