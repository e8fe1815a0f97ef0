package io.poolwright.drill.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of the stack: our own class path and Java, small, and quick to start. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * How it is started; what it says goes to {@code log}, after what is there.
     *
     * @param heapMib largest heap, in MiB
     */
    public static ProcessBuilder of(
            Class<?> main, int heapMib, List<String> systemProperties, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Machine.java().toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "-Dorg.slf4j.simpleLogger.showShortLogName=true"));
        systemProperties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
