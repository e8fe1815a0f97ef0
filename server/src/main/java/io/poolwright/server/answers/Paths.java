package io.poolwright.server.answers;

/** Which paths programs use, and which people. */
public final class Paths {
    private Paths() {}

    /** Whether an answer is read by a program: the API, what is sent to us, our own metrics. */
    public static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/v1/") || path.equals("/metrics");
    }
}
