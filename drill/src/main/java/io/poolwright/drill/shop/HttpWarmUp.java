package io.poolwright.drill.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A few requests of the shop to itself that count nowhere: they load the server's code. */
final class HttpWarmUp {
    private static final int REQUESTS = 20;

    private HttpWarmUp() {}

    static void run(int port) throws IOException {
        byte[] request =
                "GET /whoami HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < REQUESTS; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(request);
                out.flush();
                InputStream in = socket.getInputStream();
                while (in.read() >= 0) {
                    // the answer is of no interest
                }
            }
        }
    }
}
