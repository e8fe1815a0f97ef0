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
    /** Signal 3 in a mask that begins with signal 1. */
    private static final long SIGQUIT = 1L << 2;

    private LocalAgent() {}

    /** Where it listens; started if it is not yet there. */
    static JMXServiceURL address(long pid) throws IOException {
        if (ProcessHandle.of(pid).isEmpty()) {
            throw new IOException("there is no such process");
        }
        if (!isJvm(pid)) {
            throw new IOException("is no JVM, or runs as another user; run Poolwright as the user of the process");
        }
        if (!hearsQuit(pid)) {
            throw new IOException(
                    "was started with -Xrs, so that attaching would end it; open a JMX port in it instead");
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

    /** Whether the signal is caught; a JVM under {@code -Xrs} leaves it to the system, which ends the process. */
    private static boolean hearsQuit(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return true; // no Linux: there the JDK asks the JVM otherwise
        }
        try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("SigCgt:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGQUIT) != 0);
        } catch (NumberFormatException e) {
            throw new IOException("cannot be told whether it may be attached to: " + status + " is odd", e);
        }
    }
}
