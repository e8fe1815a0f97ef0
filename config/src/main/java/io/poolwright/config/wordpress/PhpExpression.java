package io.poolwright.config.wordpress;

import io.poolwright.config.wordpress.PhpToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what the tokens of one expression say, without running them; what it does not know is {@code Unknown}. */
final class PhpExpression {
    private static final int MAX_DEPTH = 16;
    private static final Set<String> ENVIRONMENT_CALLS = Set.of("getenv", "getenv_docker", "env");
    private static final Set<String> ENVIRONMENT_VARIABLES = Set.of("_ENV", "_SERVER");
    private static final Set<String> CASTS = Set.of("int", "integer", "string", "bool", "boolean");
    private static final PhpValue.Part UNKNOWN = new PhpValue.Unknown();

    private PhpExpression() {}

    static PhpValue value(List<PhpToken> tokens) {
        return new PhpValue(parts(tokens, 0));
    }

    /** The tokens parted at a sign that stands outside of all brackets. */
    static List<List<PhpToken>> split(List<PhpToken> tokens, String sign) {
        List<List<PhpToken>> pieces = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < tokens.size(); i++) {
            PhpToken token = tokens.get(i);
            if (token.kind() == Kind.SIGN) {
                depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
                if (depth == 0 && token.text().equals(sign)) {
                    pieces.add(tokens.subList(begin, i));
                    begin = i + 1;
                }
            }
        }
        pieces.add(tokens.subList(begin, tokens.size()));
        return pieces;
    }

    private static List<PhpValue.Part> parts(List<PhpToken> tokens, int depth) {
        if (depth > MAX_DEPTH) {
            return List.of(UNKNOWN);
        }
        List<PhpValue.Part> parts = new ArrayList<>();
        for (List<PhpToken> piece : split(tokens, ".")) {
            List<PhpToken> bare = unwrapped(piece);
            if (bare.size() < piece.size() && bare.stream().anyMatch(token -> token.isSign("."))) {
                parts.addAll(parts(bare, depth + 1));
            } else {
                parts.add(part(bare));
            }
        }
        return parts;
    }

    private static PhpValue.Part part(List<PhpToken> tokens) {
        if (tokens.isEmpty()) {
            return UNKNOWN;
        }
        if (tokens.size() == 1) {
            PhpToken only = tokens.get(0);
            return switch (only.kind()) {
                case STRING, NUMBER -> new PhpValue.Text(only.text());
                case NAME -> new PhpValue.Constant(only.text());
                default -> UNKNOWN;
            };
        }
        if (tokens.size() == 2 && tokens.get(0).isSign("-") && tokens.get(1).kind() == Kind.NUMBER) {
            return new PhpValue.Text("-" + tokens.get(1).text());
        }
        if (tokens.size() == 4
                && tokens.get(0).isName("dirname")
                && tokens.get(2).isName("__FILE__")) {
            return new PhpValue.Constant("__DIR__");
        }
        return environment(tokens).or(() -> product(tokens)).orElse(UNKNOWN);
    }

    /** {@code getenv('X')}, {@code getenv_docker('X', 'd')}, {@code $_ENV['X']}, each perhaps with {@code ?: 'd'}. */
    private static Optional<PhpValue.Part> environment(List<PhpToken> tokens) {
        boolean call = tokens.get(0).kind() == Kind.NAME
                && ENVIRONMENT_CALLS.contains(tokens.get(0).text().toLowerCase(Locale.ROOT));
        boolean variable = tokens.get(0).kind() == Kind.VARIABLE
                && ENVIRONMENT_VARIABLES.contains(tokens.get(0).text());
        if ((!call && !variable) || tokens.size() < 4 || tokens.get(2).kind() != Kind.STRING) {
            return Optional.empty();
        }
        String name = tokens.get(2).text();
        Optional<String> otherwise = Optional.empty();
        PhpToken last = tokens.get(tokens.size() - 1);
        PhpToken before = tokens.get(tokens.size() - 2);
        if (tokens.size() == 6 && (before.isSign(",") || before.isSign("?:") || before.isSign("??"))) {
            otherwise = literal(last);
        } else if (tokens.size() == 6 && tokens.get(3).isSign(",")) {
            otherwise = literal(before);
        } else if (tokens.size() != 4) {
            return Optional.empty();
        }
        return Optional.of(new PhpValue.Environment(name, otherwise));
    }

    private static Optional<String> literal(PhpToken token) {
        boolean known = token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
        return known ? Optional.of(token.text()) : Optional.empty();
    }

    /** {@code 5 * 60}: people write times so. */
    private static Optional<PhpValue.Part> product(List<PhpToken> tokens) {
        long product = 1;
        for (int i = 0; i < tokens.size(); i++) {
            PhpToken token = tokens.get(i);
            boolean fits =
                    i % 2 == 0 ? token.kind() == Kind.NUMBER && token.text().matches("\\d{1,6}") : token.isSign("*");
            if (!fits || product > 1_000_000_000L) {
                return Optional.empty();
            }
            product *= i % 2 == 0 ? Long.parseLong(token.text()) : 1;
        }
        return tokens.size() % 2 == 1 ? Optional.of(new PhpValue.Text(Long.toString(product))) : Optional.empty();
    }

    /** Without brackets around the whole, casts and the sign that keeps PHP from complaining. */
    private static List<PhpToken> unwrapped(List<PhpToken> tokens) {
        List<PhpToken> bare = tokens;
        while (bare.size() > 1) {
            if (bare.get(0).isSign("@")) {
                bare = bare.subList(1, bare.size());
            } else if (bare.size() > 3
                    && bare.get(0).isSign("(")
                    && isCast(bare.get(1))
                    && bare.get(2).isSign(")")) {
                bare = bare.subList(3, bare.size());
            } else if (bare.get(0).isSign("(") && closes(bare)) {
                bare = bare.subList(1, bare.size() - 1);
            } else {
                break;
            }
        }
        return bare;
    }

    private static boolean isCast(PhpToken token) {
        return token.kind() == Kind.NAME && CASTS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** The first bracket is closed by the last token and not before. */
    private static boolean closes(List<PhpToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSign("(") ? 1 : tokens.get(i).isSign(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
