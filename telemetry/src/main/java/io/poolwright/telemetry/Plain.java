package io.poolwright.telemetry;

import java.net.URI;

/** Texts from a target, made fit to be shown: one line, not long, nothing that a terminal would obey, no credentials. */
public final class Plain {
    /** Longest text kept, in characters: names of pools are shorter, and nobody reads a longer line. */
    public static final int LONGEST = 200;

    private Plain() {}

    /** The text on one line without control characters, cut at {@link #LONGEST}. */
    public static String text(String found) {
        StringBuilder plain = null;
        int end = Math.min(found.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char letter = found.charAt(i);
            boolean odd = Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
            if (odd && plain == null) {
                plain = new StringBuilder(end).append(found, 0, i);
            }
            if (plain != null) {
                plain.append(odd ? ' ' : letter);
            }
        }
        if (plain != null) {
            return plain.toString().strip();
        }
        return end == found.length() ? found : found.substring(0, end);
    }

    /** The address without user, password, query and fragment. */
    public static String address(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String scheme = uri.getScheme() == null ? "" : uri.getScheme() + "://";
        return text(scheme + authority.substring(authority.lastIndexOf('@') + 1) + path);
    }

    /** The address of a database without user, password and parameters: {@code //host:port/database}. */
    public static String jdbc(String url) {
        int from = url.indexOf("//");
        int to = url.length();
        for (char end : new char[] {'?', ';', '#'}) {
            int at = url.indexOf(end);
            to = at < 0 ? to : Math.min(to, at);
        }
        String shown = from < 0 || from + 2 > to ? "" : url.substring(from + 2, to);
        return text(shown.substring(shown.lastIndexOf('@') + 1));
    }

    /** The text with none of these in it: a driver may repeat what it was given. */
    public static String without(String text, String... secrets) {
        String left = text;
        for (String secret : secrets) {
            left = secret.isEmpty() ? left : left.replace(secret, "***");
        }
        return left;
    }

    /** What an exception says, in one line: its message, or what it is called when it says nothing. */
    public static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : text(message.lines().findFirst().orElse(""));
    }
}
