package io.poolwright.config.proxysql;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.proxysql.LibconfigToken.Kind;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a libconfig text. Signs that are missing or too many are passed over; only nesting without end is
 * refused. Source: libconfig manual 1.7, "Configuration File Grammar".
 */
final class LibconfigText {
    private static final int DEEPEST = 32;

    private final String file;
    private final LibconfigTokens tokens;
    private LibconfigToken token;

    private LibconfigText(String file, String text) {
        this.file = file;
        this.tokens = new LibconfigTokens(text);
        this.token = tokens.next();
    }

    static List<LibconfigNode> parse(String file, String text) {
        LibconfigText reader = new LibconfigText(file, text);
        List<LibconfigNode> settings = new ArrayList<>();
        while (reader.token.kind() != Kind.END) {
            reader.setting(settings, 0);
        }
        return settings;
    }

    private void setting(List<LibconfigNode> settings, int depth) {
        LibconfigToken name = advance();
        if (name.kind() != Kind.WORD) {
            return; // a separator, or a sign that nothing opened
        }
        if (token.is("=") || token.is(":")) {
            advance();
            settings.add(value(name.text(), new Origin(file, name.line()), depth));
        }
    }

    private LibconfigNode value(String name, Origin origin, int depth) {
        if (token.is("{")) {
            return group(name, origin, depth + 1);
        }
        if (token.is("(") || token.is("[")) {
            return list(name, origin, depth + 1);
        }
        if (token.kind() == Kind.WORD) {
            return new LibconfigNode(name, Optional.of(advance().text()), List.of(), origin);
        }
        StringBuilder text = new StringBuilder(); // texts that follow each other are one
        while (token.kind() == Kind.TEXT) {
            text.append(advance().text());
        }
        return new LibconfigNode(name, Optional.of(ProxySqlSecrets.redacted(name, text.toString())), List.of(), origin);
    }

    private LibconfigNode group(String name, Origin origin, int depth) {
        refuseDeeperThan(depth);
        advance();
        List<LibconfigNode> members = new ArrayList<>();
        while (!token.is("}") && token.kind() != Kind.END) {
            setting(members, depth);
        }
        advance();
        return new LibconfigNode(name, Optional.empty(), members, origin);
    }

    private LibconfigNode list(String name, Origin origin, int depth) {
        refuseDeeperThan(depth);
        advance();
        List<LibconfigNode> members = new ArrayList<>();
        while (!token.is(")") && !token.is("]") && token.kind() != Kind.END) {
            boolean opens = token.is("{") || token.is("(") || token.is("[");
            if (opens || token.kind() == Kind.WORD || token.kind() == Kind.TEXT) {
                members.add(value("", new Origin(file, token.line()), depth));
            } else {
                advance();
            }
        }
        advance();
        return new LibconfigNode(name, Optional.empty(), members, origin);
    }

    private void refuseDeeperThan(int depth) {
        if (depth > DEEPEST) {
            throw new ConfigSyntaxException(
                    new Origin(file, token.line()),
                    "brackets nested deeper than " + DEEPEST,
                    "at most " + DEEPEST + " levels",
                    "mysql_servers = ( { address = \"db\" } )");
        }
    }

    private LibconfigToken advance() {
        LibconfigToken before = token;
        token = tokens.next();
        return before;
    }
}
