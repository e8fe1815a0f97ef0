package io.poolwright.telemetry.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.real.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other JVMs on this machine, attached to by their process id, with nothing configured in them. */
class LiveJmxIT {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"17", "25"})
    void attachesToAJvmByItsProcessId(String version) {
        String java = Program.needed(
                "/usr/lib/jvm/java-%s-openjdk-amd64/bin/java".formatted(version),
                "/usr/lib/jvm/temurin-%s-jdk-amd64/bin/java".formatted(version));
        try (Program program = start(java, "true");
                LiveJmx live = at(program.pid())) {
            Program.await(
                    () -> pool(live).filter(it -> it.raw(Signal.PENDING) == 1).isPresent());

            assertThat(pool(live).orElseThrow())
                    .hasToString(
                            "shop/a/pool/orders max=2.0 used=2.0 idle=0.0 total=2.0 idle_min=2.0 pending_requests=1.0");
            Seen seen = live.collect().value().orElseThrow();
            assertThat(seen.instance().value().orElseThrow().process()).isInstanceOf(Answer.Answered.class);
            assertThat(seen.toString()).doesNotContain("sesame");
        }
    }

    @Test
    void aPoolThatIsNotRegisteredIsToldWithTheProperty() {
        try (Program program = start(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "false");
                LiveJmx live = at(program.pid())) {
            Program.await(() -> live.collect() instanceof Answer.Answered);

            assertThat(live.collect().value().orElseThrow().notices())
                    .extracting(Notice::kind, Notice::text)
                    .anySatisfy(notice -> assertThat(notice.toString())
                            .contains("BLIND", "spring.datasource.hikari.register-mbeans=true"));
        }
    }

    @Test
    void aProcessThatIsNoJvmIsSilenceAndLivesOn() {
        try (Program program = Program.start(folder, "/bin/sleep", "60");
                LiveJmx live = at(program.pid())) {
            assertThat(live.collect())
                    .isEqualTo(Answer.silent(
                            "JVM %d: is no JVM, or runs as another user; run Poolwright as the user of the process"
                                    .formatted(program.pid())));
            assertThat(ProcessHandle.of(program.pid())).isPresent();
        }
    }

    @Test
    void aJvmThatAttachingWouldEndIsLeftAlone() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (Program program = Program.start(
                        folder,
                        java,
                        "-Xrs",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PooledApplication.class.getName(),
                        "true");
                LiveJmx live = at(program.pid())) {
            Program.await(() -> live.collect().toString().contains("-Xrs"));

            assertThat(ProcessHandle.of(program.pid())).isPresent();
        }
    }

    @Test
    void aProcessThatIsGoneIsSilence() {
        Program program = Program.start(folder, "/bin/true");
        Program.await(() -> ProcessHandle.of(program.pid()).isEmpty());
        try (LiveJmx live = at(program.pid())) {
            assertThat(live.collect())
                    .isEqualTo(Answer.silent("JVM %d: there is no such process".formatted(program.pid())));
        }
    }

    private Program start(String java, String registered) {
        return Program.start(
                folder,
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PooledApplication.class.getName(),
                        registered));
    }

    private static LiveJmx at(long pid) {
        return LiveJmx.of(new Owner("shop", "a"), JmxTarget.pid(pid), Clock.systemUTC(), DEADLINE);
    }

    private static Optional<Reading> pool(LiveJmx live) {
        return live.collect().value().flatMap(seen -> seen.readings().stream().findFirst());
    }
}
