package io.poolwright.drill.balancer;

import io.poolwright.drill.stack.StackFailedException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** HAProxy's Runtime API (Management Guide, section 9.3): one command for each connection. */
final class RuntimeApi {
    private final Path socket;

    RuntimeApi(Path socket) {
        this.socket = socket;
    }

    /** Sends a command that answers with nothing when it worked. */
    void order(String command) {
        String answer;
        try {
            answer = ask(command).strip();
        } catch (IOException e) {
            throw new StackFailedException("haproxy does not answer '%s' on %s".formatted(command, socket), e);
        }
        if (!answer.isEmpty()) {
            throw new StackFailedException("haproxy refused '%s': %s".formatted(command, answer));
        }
    }

    /** Sends a command and reads the whole answer. */
    String ask(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
