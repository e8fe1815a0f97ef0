package io.poolwright.config.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** {@code %20} and {@code +} of an address, undone; a broken escape stays as it is. */
final class PercentCode {
    private PercentCode() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int escaped = letter == '%' && i + 2 < text.length() ? hex(text, i + 1) : -1;
            if (escaped >= 0) {
                plain.write(escaped);
                i += 3;
            } else {
                byte[] bytes = letter == '+'
                        ? new byte[] {' '}
                        : Character.toString(letter).getBytes(StandardCharsets.UTF_8);
                plain.write(bytes, 0, bytes.length);
                i += Character.charCount(letter);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
