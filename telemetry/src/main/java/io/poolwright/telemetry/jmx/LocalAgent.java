package io.poolwright.telemetry.jmx;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.remote.JMXServiceURL;

/** The management agent of a JVM on this machine, which listens on the loopback address only. Needs the module jdk.attach. */
final class LocalAgent {
    private LocalAgent() {}

    /** Where it listens; started if it is not yet there. */
    static JMXServiceURL address(long pid) throws IOException {
        if (ProcessHandle.of(pid).isEmpty()) {
            throw new IOException("there is no such process");
        }
        if (!isJvm(pid)) {
            throw new IOException("is no JVM, or runs as another user; run Poolwright as the user of the process");
        }
        VirtualMachine jvm;
        try {
            jvm = VirtualMachine.attach(Long.toString(pid));
        } catch (AttachNotSupportedException e) {
            throw new IOException(
                    "does not let itself be attached to (%s); run Poolwright as the user of the process, and that without -XX:+DisableAttachMechanism"
                            .formatted(Plain.reason(e)),
                    e);
        }
        try {
            return new JMXServiceURL(jvm.startLocalManagementAgent());
        } finally {
            jvm.detach();
        }
    }

    /**
     * Attaching begins with SIGQUIT, which tells a JVM to listen and other programs to stop: nginx and PostgreSQL among
     * them. So a process is sure to be a JVM before it is touched.
     */
    private static boolean isJvm(long pid) {
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        if (Files.exists(maps)) {
            try (Stream<String> libraries = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
                return libraries.anyMatch(line -> line.contains("/libjvm.so"));
            } catch (IOException | java.io.UncheckedIOException e) {
                return false; // another user's: it could not be attached to either
            }
        }
        return VirtualMachine.list().stream().anyMatch(jvm -> jvm.id().equals(Long.toString(pid)));
    }
}
