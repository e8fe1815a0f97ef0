package io.poolwright.telemetry.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection that gives up at a moment, however slowly the other side talks, in a TLS handshake too. */
final class Wire implements AutoCloseable {
    private final Deadlined plain;
    private final Socket socket;
    private final long giveUp;

    private Wire(Deadlined plain, Socket socket, long giveUp) {
        this.plain = plain;
        this.socket = socket;
        this.giveUp = giveUp;
    }

    /** A plain connection. */
    static Wire open(InetAddress address, int port, Duration deadline) throws IOException {
        long giveUp = System.nanoTime() + deadline.toNanos();
        Deadlined socket = new Deadlined(giveUp);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), millisUntil(giveUp));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new Wire(socket, socket, giveUp);
    }

    /** The same connection with TLS on it; the certificate must be the host's. */
    Wire secured(SSLSocketFactory factory, String host, int port) throws IOException {
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return new Wire(plain, secure, giveUp);
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** As {@link InputStream#read}. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        return socket.getInputStream().read(buffer, offset, length);
    }

    @Override
    public void close() {
        try {
            plain.close(); // without TLS's farewell, for which one might have to wait
        } catch (IOException e) {
            return; // it is gone either way
        }
    }

    private static int millisUntil(long giveUp) throws SocketTimeoutException {
        long left = (giveUp - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new SocketTimeoutException("deadline");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /** A socket none of whose reads outlasts the moment. */
    private static final class Deadlined extends Socket {
        private final long giveUp;

        Deadlined(long giveUp) {
            this.giveUp = giveUp;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    setSoTimeout(millisUntil(giveUp));
                    return super.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    setSoTimeout(millisUntil(giveUp));
                    return super.read(buffer, offset, length);
                }
            };
        }
    }
}
