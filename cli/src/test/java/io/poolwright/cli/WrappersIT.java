package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GitHub Action and the pre-commit hook hand on what they are given, and the exit code. */
final class WrappersIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final String STUB = "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$(dirname \"$0\")/args\"\nexit 3\n";

    @TempDir
    private Path home;

    @Test
    void theActionAsksForTextSarifAndMarkdown() throws IOException, InterruptedException {
        Path script = installed("github");
        Path output = home.resolve("output");

        int code = run(
                script,
                Map.of(
                        "INPUT_PATHS", "deploy services/*",
                        "INPUT_FAIL_ON", "medium",
                        "INPUT_BASELINE", "known.json",
                        "INPUT_ARGS", "--disable hikari-elastic-pool",
                        "INPUT_SARIF", "out.sarif",
                        "GITHUB_OUTPUT", output.toString()));

        assertThat(code).isEqualTo(3);
        assertThat(Files.readString(home.resolve("args")))
                .startsWith("audit\n--format\ntext\n--format\nsarif=out.sarif\n--format\nmarkdown=")
                .endsWith(
                        "--fail-on\nmedium\n--baseline\nknown.json\n--disable\nhikari-elastic-pool\ndeploy\nservices/*\n");
        assertThat(Files.readString(output)).isEqualTo("sarif=out.sarif\nexit-code=3\n");
    }

    @Test
    void theHookAuditsTheWholeRepository() throws IOException, InterruptedException {
        Path script = installed("pre-commit");

        int code = run(script, Map.of());

        assertThat(code).isEqualTo(3);
        assertThat(Files.readString(home.resolve("args"))).isEqualTo("audit\n.\n");
    }

    private Path installed(String wrapper) throws IOException {
        Path script = home.resolve("integrations").resolve(wrapper).resolve("audit.sh");
        Files.createDirectories(script.getParent());
        Files.copy(ROOT.resolve("integrations").resolve(wrapper).resolve("audit.sh"), script);
        Files.writeString(home.resolve("poolwright"), STUB);
        Files.setPosixFilePermissions(home.resolve("poolwright"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private int run(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString()).directory(home.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
