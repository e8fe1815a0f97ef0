package io.poolwright.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The terminal that we were started from, if any. */
public final class Terminal {
    private static final int USUAL_WIDTH = 120;
    private static final int USUAL_HEIGHT = 40;

    private Terminal() {}

    /** Whether a person sits at both ends: can see, and can answer. {@code System.console()} means less from JDK 22 on. */
    public static boolean interactive() {
        try {
            Process test = new ProcessBuilder("sh", "-c", "test -t 0 && test -t 1")
                    .inheritIO()
                    .start();
            return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether standard output is a terminal; asks the system's own table where there is one, for that costs nothing. */
    public static boolean seen() {
        try {
            String output = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return output.startsWith("/dev/pts/") || output.startsWith("/dev/tty");
        } catch (IOException e) {
            return interactive();
        }
    }

    /** The person's answers, line by line. */
    public static BufferedReader answers() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /** Columns; the usual number where the terminal does not say. */
    public static int width() {
        int columns = size()[1];
        return columns < 20 ? USUAL_WIDTH : columns;
    }

    /** Lines; the usual number where the terminal does not say. */
    public static int height() {
        int lines = size()[0];
        return lines < 5 ? USUAL_HEIGHT : lines;
    }

    /** Lines and columns as the terminal says them; zeros where it does not. */
    private static int[] size() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!stty.waitFor(1, TimeUnit.SECONDS) || !size.matches("\\d{1,5} \\d{1,5}")) {
                return new int[2];
            }
            int space = size.indexOf(' ');
            return new int[] {Integer.parseInt(size.substring(0, space)), Integer.parseInt(size.substring(space + 1))};
        } catch (IOException e) {
            return new int[2];
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new int[2];
        }
    }
}
