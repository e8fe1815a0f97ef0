package io.poolwright.watch.view;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A pool's name in an address: {@code service~tier~name~instance}, readable, and safe in a path.
 *
 * <p>Letters, digits, {@code -}, {@code _} and inner {@code .} stand for themselves, every other byte of the UTF-8 text
 * is {@code !} and two hexadecimal digits: a path with {@code %2F} is refused by many servers.
 */
public final class PoolKey {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final int LONGEST = 4_000;
    private static final HexFormat HEX = HexFormat.of();

    private PoolKey() {}

    /** The pool's name in an address. */
    public static String of(PoolId pool) {
        return escaped(pool.service()) + "~" + pool.tier().id() + "~" + escaped(pool.name()) + "~"
                + escaped(pool.instance());
    }

    /** Which pool an address names; empty when it names none. */
    public static Optional<PoolId> parse(String key) {
        String[] parts = key.split("~", -1);
        if (key.length() > LONGEST || parts.length != 4) {
            return Optional.empty();
        }
        Optional<Tier> tier = tier(parts[1]);
        List<String> texts = new ArrayList<>();
        for (String part : List.of(parts[0], parts[2], parts[3])) {
            unescaped(part).ifPresent(texts::add);
        }
        return tier.isEmpty() || texts.size() != 3
                ? Optional.empty()
                : Optional.of(new PoolId(texts.get(0), texts.get(2), tier.get(), texts.get(1)));
    }

    private static Optional<Tier> tier(String id) {
        for (Tier tier : Tier.values()) {
            if (tier.id().equals(id)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && PLAIN.indexOf(b) >= 0) {
                safe.append((char) b);
            } else {
                safe.append('!').append(HEX.toHexDigits(b));
            }
        }
        return safe.toString();
    }

    private static Optional<String> unescaped(String safe) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (PLAIN.indexOf(c) >= 0) {
                bytes.write(c);
            } else if (c == '!' && i + 2 < safe.length() && hex(safe.charAt(i + 1)) && hex(safe.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(safe, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hex(char c) {
        return HexFormat.isHexDigit(c);
    }
}
