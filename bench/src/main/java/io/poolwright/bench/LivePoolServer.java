package io.poolwright.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Many made-up applications in a process, one port each, until standard input ends. Prints the ports on one line.
 *
 * <p>Answers HTTP/1.1 with and without a connection that is kept, for one side of a comparison keeps it.
 */
public final class LivePoolServer {
    private LivePoolServer() {}

    /** How many applications, and how many pools each has. */
    public static void main(String[] args) throws IOException {
        int applications = Integer.parseInt(args[0]);
        int pools = Integer.parseInt(args[1]);
        StringBuilder ports = new StringBuilder();
        for (int i = 0; i < applications; i++) {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            LivePool page = new LivePool(pools, i);
            start(() -> accept(server, page));
            ports.append(server.getLocalPort()).append(' ');
        }
        System.out.println(ports.toString().trim());
        while (System.in.read() >= 0) {
            // until it ends
        }
        System.exit(0);
    }

    private static void accept(ServerSocket server, LivePool page) {
        while (true) {
            try {
                Socket socket = server.accept();
                start(() -> answer(socket, page));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket, LivePool page) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean kept = true;
            while (kept) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                kept = !head.contains("Connection: close");
                synchronized (page) {
                    byte[] body = page.next();
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: "
                                    + body.length + (kept ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n"))
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                }
            }
        } catch (IOException e) {
            // whoever asked is gone
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(null, task, "page", 64 * 1024);
        thread.setDaemon(true);
        thread.start();
    }
}
