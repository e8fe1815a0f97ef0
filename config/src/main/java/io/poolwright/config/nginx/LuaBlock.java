package io.poolwright.config.nginx;

/**
 * Finds the brace that ends a {@code *_by_lua_block}. Braces in Lua strings, long brackets and comments do not count.
 *
 * <p>Source: Lua 5.1 reference manual, 2.1 "Lexical Conventions".
 */
final class LuaBlock {
    private LuaBlock() {}

    /** Where the closing brace stands, or -1 without one; the search begins behind the opening brace. */
    static int end(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '-' && text.startsWith("--", at)) {
                int level = longBracket(text, at + 2);
                at = level >= 0 ? behindLongBracket(text, at + 2, level) : lineEnd(text, at);
            } else if (letter == '[' && longBracket(text, at) >= 0) {
                at = behindLongBracket(text, at, longBracket(text, at));
            } else if (letter == '"' || letter == '\'') {
                at = behindString(text, at);
            } else {
                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    /** The number of equals signs of {@code [==[}, or -1 where no long bracket begins. */
    private static int longBracket(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return -1;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == '=') {
            next++;
        }
        return next < text.length() && text.charAt(next) == '[' ? next - at - 1 : -1;
    }

    private static int behindLongBracket(String text, int at, int level) {
        String close = "]" + "=".repeat(level) + "]";
        int end = text.indexOf(close, at + level + 2);
        return end < 0 ? text.length() : end + close.length();
    }

    private static int behindString(String text, int at) {
        char quote = text.charAt(at);
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != quote && text.charAt(next) != '\n') {
            next += text.charAt(next) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), next + 1);
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
