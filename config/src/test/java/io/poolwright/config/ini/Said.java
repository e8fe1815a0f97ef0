package io.poolwright.config.ini;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program said, and whether it was content.
 *
 * @param status its exit status
 * @param text what it wrote to standard output and standard error
 */
public record Said(int status, String text) {
    /** Runs a program to its end. */
    public static Said by(List<String> command, Path folder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = process.waitFor();
        return new Said(status, new String(Files.readAllBytes(out), StandardCharsets.UTF_8));
    }
}
