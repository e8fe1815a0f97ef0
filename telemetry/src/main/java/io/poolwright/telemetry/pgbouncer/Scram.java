package io.poolwright.telemetry.pgbouncer;

import io.poolwright.telemetry.wire.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SCRAM-SHA-256: proves that both ends know the password without saying it. Source: RFC 5802 and RFC 7677. */
final class Scram {
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final String NO_BINDING = "n,,";

    /** PostgreSQL's own is 4096; more than this would be a way to keep us busy. */
    private static final int MOST_ROUNDS = 100_000;

    private final Call call;
    private final byte[] password;

    Scram(Call call, String password) {
        this.call = call;
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    void prove(Message offered) throws IOException {
        if (!new String(offered.rest(), StandardCharsets.US_ASCII).contains(MECHANISM)) {
            throw new IOException("offers no SCRAM-SHA-256");
        }
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        String first = "n=,r=" + nonce;
        byte[] opening = (NO_BINDING + first).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream chosen = new ByteArrayOutputStream();
        chosen.writeBytes(MECHANISM.getBytes(StandardCharsets.US_ASCII));
        chosen.write(0);
        chosen.writeBytes(ByteBuffer.allocate(4).putInt(opening.length).array());
        chosen.writeBytes(opening);
        call.write(Message.of('p', chosen.toByteArray()));

        String challenge = answer(11);
        Map<String, String> parts = parts(challenge);
        String together = parts.getOrDefault("r", "");
        if (!together.startsWith(nonce) || together.length() == nonce.length()) {
            throw new IOException("SCRAM: its nonce does not begin with ours");
        }
        try {
            byte[] salted = salted(Base64.getDecoder().decode(parts.getOrDefault("s", "")), rounds(parts));
            String last = "c=" + Base64.getEncoder().encodeToString(NO_BINDING.getBytes(StandardCharsets.US_ASCII))
                    + ",r=" + together;
            String all = first + "," + challenge + "," + last;
            byte[] clientKey = hmac(salted, "Client Key");
            byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), all);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= clientKey[i];
            }
            call.write(Message.of(
                    'p', (last + ",p=" + Base64.getEncoder().encodeToString(proof)).getBytes(StandardCharsets.UTF_8)));
            byte[] signature = Base64.getDecoder().decode(parts(answer(12)).getOrDefault("v", ""));
            if (!MessageDigest.isEqual(signature, hmac(hmac(salted, "Server Key"), all))) {
                throw new IOException("SCRAM: does not know the password itself");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("SCRAM: makes no sense", e);
        }
    }

    private String answer(int step) throws IOException {
        Message message = Message.read(call);
        if (message.kind() == 'E') {
            throw new IOException(message.error());
        }
        if (message.kind() != 'R' || message.number() != step) {
            throw new IOException("SCRAM: makes no sense");
        }
        return new String(message.rest(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",", 8)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }

    private static int rounds(Map<String, String> parts) {
        int rounds = Integer.parseInt(parts.getOrDefault("i", ""));
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("%d rounds".formatted(rounds));
        }
        return rounds;
    }

    private byte[] salted(byte[] salt, int rounds) throws GeneralSecurityException {
        Mac mac = mac(password);
        mac.update(salt);
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] result = round.clone();
        for (int i = 1; i < rounds; i++) {
            round = mac.doFinal(round);
            for (int at = 0; at < result.length; at++) {
                result[at] ^= round[at];
            }
        }
        return result;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }
}
