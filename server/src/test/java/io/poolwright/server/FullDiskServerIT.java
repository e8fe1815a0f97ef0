package io.poolwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server while its disk is full, and after. */
final class FullDiskServerIT {
    private static final String CHANGE = "{\"kind\":\"deployment\",\"title\":\"x\"}";

    @TempDir
    private Path parent;

    @Test
    void refusesWithATimeToComeBackReadsOnAndRecoversWithoutARestart() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("disk"));
        try (SmallDisk disk = SmallDisk.at(folder, 256);
                TestServer server = new TestServer(folder)) {
            server.account("ann", Role.ADMIN);
            String token = "Bearer " + server.token("ann", Scope.READ, Scope.WRITE_CHANGES);
            Browser program = server.browser();
            assertThat(post(program, token).statusCode()).isEqualTo(201);

            disk.fill(0);
            HttpResponse<String> refused = post(program, token);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(program.get("/api/v1/events", "Authorization", token).body())
                    .contains("\"title\":\"x\"");
            assertThat(program.get("/health/ready").statusCode()).isEqualTo(200);

            disk.empty();

            assertThat(post(program, token).statusCode()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> post(Browser program, String token) {
        return program.json("POST", "/api/v1/changes", CHANGE, "Authorization", token);
    }
}
