package io.poolwright.bench;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;

/** An Undertow that answers {@code ok} on a free loopback port, prints the port, and ends when its standard input does. */
final class TwoByteServer {
    private TwoByteServer() {}

    public static void main(String[] args) throws IOException {
        Undertow server = Undertow.builder()
                .setIoThreads(1)
                .addHttpListener(0, "127.0.0.1", exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, 2);
                    exchange.getResponseSender().send("ok");
                })
                .build();
        server.start();
        try {
            InetSocketAddress address =
                    (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
            System.out.println(address.getPort());
            while (System.in.read() >= 0) {
                // only its end matters
            }
        } finally {
            server.stop();
        }
    }
}
