package io.poolwright.config.wordpress;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.wordpress.PhpStatement.Place;
import io.poolwright.config.wordpress.PhpToken.Kind;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a PHP file defines, sets and includes, in the order written. Everything else is passed over.
 *
 * @param statements in order
 */
public record PhpScript(String file, List<PhpStatement> statements) {
    /** Longer calls are left out; a define needs about ten tokens. */
    private static final int MAX_CALL = 500;

    private static final Set<String> INCLUDES = Set.of("require", "require_once", "include", "include_once");
    private static final Set<String> CALLS = Set.of("define", "ini_set", "ini_alter", "set_time_limit");

    public PhpScript {
        statements = List.copyOf(statements);
    }

    /**
     * The statements of a text; throws {@link ConfigSyntaxException} where PHP would not find the end of a string.
     *
     * @param file its name for people
     */
    public static PhpScript parse(String file, String text) {
        List<PhpToken> tokens = PhpTokens.of(file, text);
        PhpPlaces places = new PhpPlaces();
        List<PhpStatement> statements = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            PhpToken token = tokens.get(i);
            places.pass(token);
            if (token.kind() == Kind.NAME && !isMember(tokens, i)) {
                statement(file, tokens, i, places.place()).ifPresent(statements::add);
            }
        }
        return new PhpScript(file, statements);
    }

    /** The definition of a constant that counts: the first that always runs, else the last that may. */
    public Optional<PhpStatement.Define> constant(String name) {
        List<PhpStatement.Define> all = statements.stream()
                .filter(PhpStatement.Define.class::isInstance)
                .map(PhpStatement.Define.class::cast)
                .filter(define -> define.constant().equals(name) && define.place() != Place.FUNCTION)
                .toList();
        return all.stream()
                .filter(define -> define.place() == Place.ALWAYS)
                .findFirst()
                .or(() -> all.stream().reduce((first, last) -> last));
    }

    /** The last {@code ini_set} of a directive that always runs. */
    public Optional<PhpStatement.IniSet> last(String directive) {
        return statements.stream()
                .filter(PhpStatement.IniSet.class::isInstance)
                .map(PhpStatement.IniSet.class::cast)
                .filter(ini -> ini.setting().equals(directive) && ini.place() == Place.ALWAYS)
                .reduce((first, last) -> last);
    }

    /** The same statements, all at one place: code that stands in another file's value. */
    PhpScript at(Origin place) {
        List<PhpStatement> moved = new ArrayList<>();
        for (PhpStatement statement : statements) {
            if (statement instanceof PhpStatement.Define define) {
                moved.add(new PhpStatement.Define(define.constant(), define.value(), define.place(), place));
            } else if (statement instanceof PhpStatement.IniSet ini) {
                moved.add(new PhpStatement.IniSet(ini.setting(), ini.value(), ini.place(), place));
            }
        }
        return new PhpScript(place.file(), moved);
    }

    private static Optional<PhpStatement> statement(String file, List<PhpToken> tokens, int at, Place place) {
        PhpToken token = tokens.get(at);
        String name = token.text().toLowerCase(Locale.ROOT);
        Origin origin = new Origin(file, token.line());
        if (INCLUDES.contains(name)) {
            List<PhpToken> target = until(tokens, at + 1);
            return target.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PhpStatement.Include(name, PhpExpression.value(target), place, origin));
        }
        if (name.equals("const")
                && place != Place.FUNCTION
                && at + 3 < tokens.size()
                && tokens.get(at + 2).isSign("=")) {
            List<PhpToken> value = until(tokens, at + 3);
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(define(tokens.get(at + 1).text(), PhpExpression.value(value), place, origin));
        }
        if (CALLS.contains(name) && at + 1 < tokens.size() && tokens.get(at + 1).isSign("(")) {
            return call(name, arguments(tokens, at + 2), place, origin);
        }
        return Optional.empty();
    }

    private static Optional<PhpStatement> call(
            String name, List<List<PhpToken>> arguments, Place place, Origin origin) {
        if (name.equals("set_time_limit")
                && !arguments.isEmpty()
                && !arguments.get(0).isEmpty()) {
            PhpValue limit = PhpExpression.value(arguments.get(0));
            return Optional.of(new PhpStatement.IniSet("max_execution_time", limit, place, origin));
        }
        if (arguments.size() < 2
                || arguments.get(0).isEmpty()
                || arguments.get(1).isEmpty()) {
            return Optional.empty();
        }
        PhpValue value = PhpExpression.value(arguments.get(1));
        return PhpExpression.value(arguments.get(0))
                .text()
                .map(key -> name.equals("define")
                        ? define(key, value, place, origin)
                        : new PhpStatement.IniSet(key, value, place, origin));
    }

    private static PhpStatement define(String constant, PhpValue value, Place place, Origin origin) {
        return new PhpStatement.Define(constant, WordPressSecrets.redacted(constant, value), place, origin);
    }

    /** The tokens up to the end of the statement, or to a bracket that was open before it. */
    private static List<PhpToken> until(List<PhpToken> tokens, int from) {
        int depth = 0;
        int end = from;
        while (end < tokens.size() && end - from < MAX_CALL) {
            PhpToken token = tokens.get(end);
            if (token.kind() == Kind.SIGN) {
                depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
                if (depth < 0 || (depth == 0 && (token.isSign(";") || token.isSign(",")))) {
                    break;
                }
            }
            end++;
        }
        return tokens.subList(from, end);
    }

    private static List<List<PhpToken>> arguments(List<PhpToken> tokens, int from) {
        int depth = 1;
        int end = from;
        while (end < tokens.size() && end - from < MAX_CALL) {
            PhpToken token = tokens.get(end);
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            if (depth == 0) {
                return PhpExpression.split(tokens.subList(from, end), ",");
            }
            end++;
        }
        return List.of();
    }

    /** {@code $x->define(…)}, {@code X::define(…)} and {@code function define(…)} are something else. */
    private static boolean isMember(List<PhpToken> tokens, int at) {
        if (at == 0) {
            return false;
        }
        PhpToken before = tokens.get(at - 1);
        return before.isSign("->") || before.isSign("::") || before.isName("function") || before.isName("new");
    }
}
