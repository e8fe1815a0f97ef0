package io.poolwright.telemetry.pgbouncer;

import io.poolwright.telemetry.wire.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells PgBouncer who asks: with no password, a plain one, MD5 or SCRAM-SHA-256. Source: PostgreSQL, "Message Flow". */
final class Login {
    private static final int PROTOCOL = 3 << 16;
    private static final int OK = 0;
    private static final int PLAIN = 3;
    private static final int MD5 = 5;
    private static final int SASL = 10;

    /** Messages before the console is ready; parameters, of which there are about ten. */
    private static final int MOST_MESSAGES = 200;

    private final Call call;
    private final String user;
    private final String password;

    Login(Call call, String user, String password) {
        this.call = call;
        this.user = user;
        this.password = password;
    }

    void enter() throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.writeBytes(ByteBuffer.allocate(4).putInt(PROTOCOL).array());
        for (String text : new String[] {"user", user, "database", "pgbouncer", "client_encoding", "UTF8", ""}) {
            hello.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            hello.write(0);
        }
        call.write(Message.of((char) 0, hello.toByteArray()));
        for (int i = 0; i < MOST_MESSAGES; i++) {
            Message message = Message.read(call);
            switch (message.kind()) {
                case 'R' -> prove(message);
                case 'E' -> throw new IOException(message.error());
                case 'Z' -> {
                    return;
                }
                case 'S', 'K', 'N' -> {
                    continue; // parameters, a key for cancelling, notices
                }
                default -> throw new IOException("answer is not PostgreSQL's protocol");
            }
        }
        throw new IOException("answer is not PostgreSQL's protocol");
    }

    private void prove(Message asked) throws IOException {
        int way = asked.number();
        if (way != OK && password.isEmpty()) {
            throw new IOException("wants a password for user '%s', and none is given".formatted(user));
        }
        switch (way) {
            case OK -> {
                return;
            }
            case PLAIN -> call.write(Message.of('p', password));
            case MD5 -> call.write(Message.of('p', md5(asked.bytes(4))));
            case SASL -> new Scram(call, password).prove(asked);
            default ->
                throw new IOException(
                        "asks for a way to log in that is not known here (%d); accepted: plain, md5, scram-sha-256"
                                .formatted(way));
        }
    }

    private String md5(byte[] salt) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            String inner = HexFormat.of().formatHex(digest.digest((password + user).getBytes(StandardCharsets.UTF_8)));
            digest.update(inner.getBytes(StandardCharsets.US_ASCII));
            return "md5" + HexFormat.of().formatHex(digest.digest(salt));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java runtime has no MD5, which PgBouncer asks for", e);
        }
    }
}
