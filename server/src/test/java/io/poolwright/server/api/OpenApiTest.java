package io.poolwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.poolwright.server.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private static final Path COMMITTED = Path.of(System.getProperty("project.root"), "docs", "api", "openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** With {@code -Dwrite.openapi=true} the file is written instead. */
    @Test
    void theDocumentIsTheCommittedOne() throws IOException {
        String now = JSON.writeValueAsString(OpenApi.document(Routes.table())) + "\n";
        if (Boolean.getBoolean("write.openapi")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(now);
    }

    @Test
    void everyReferenceLeadsToASchemaAndEveryOperationHasItsOwnId() {
        JsonNode document = OpenApi.document(Routes.table());
        Set<String> ids = new HashSet<>();

        document.findValuesAsText("$ref")
                .forEach(it -> assertThat(document.at(it.substring(1)).isObject())
                        .as(it)
                        .isTrue());
        document.findValuesAsText("operationId")
                .forEach(it -> assertThat(ids.add(it)).as(it).isTrue());
        assertThat(ids).hasSizeGreaterThan(5);
    }
}
