package io.poolwright.drill.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * TCP ports of the loopback interface that nobody listens on, each handed out once.
 *
 * <p>All lie below 32768: Linux takes the ports of outgoing connections from 32768 up ({@code ip_local_port_range},
 * ip(7)), and a listener there can lose its port while it restarts.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_768;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    public FreePorts(RandomGenerator random) {
        this.random = random;
    }

    /** A port that was free a moment ago and that this object has not handed out before. */
    public int next() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = random.nextInt(FIRST, AFTER_LAST);
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        throw new PortTakenException("no free port between %d and %d".formatted(FIRST, AFTER_LAST - 1));
    }

    /** That very port, when it is free. */
    public int claim(int port) {
        if (!given.add(port) || !free(port)) {
            throw new PortTakenException(
                    "port %d is taken; name another one, or none to have one chosen".formatted(port));
        }
        return port;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false; // taken, which is an answer
        }
    }
}
