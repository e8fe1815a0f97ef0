package io.poolwright.config.nginx;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One nginx file as a tree of directives. It need not be whole: a file of {@code conf.d} or a snippet is read as it is.
 * Directives that we do not know are kept.
 *
 * @param directives the outermost directives, in order
 * @param templated it holds marks of a template engine, so some of it is not what nginx will read
 */
public record NginxFile(String file, List<NginxDirective> directives, boolean templated) {
    /** Deeper nesting is refused; real files nest less than ten deep. */
    static final int MAX_DEPTH = 64;

    public NginxFile {
        directives = List.copyOf(directives);
    }

    /**
     * The tree of a text; throws {@link ConfigSyntaxException} where nginx would not find the end of a directive or block.
     *
     * @param file its name for people
     */
    public static NginxFile parse(String file, String text) {
        NginxTokens tokens = new NginxTokens(file, text);
        Deque<Block> open = new ArrayDeque<>();
        open.push(new Block(List.of(), new ArrayList<>()));
        List<NginxToken> words = new ArrayList<>();
        while (true) {
            NginxToken token = tokens.next(words.isEmpty());
            switch (token.kind()) {
                case WORD -> words.add(token);
                case SEMICOLON -> {
                    if (!words.isEmpty()) {
                        open.getFirst().children.add(directive(file, words, List.of(), false, token.line()));
                    } else if (!tokens.templated()) {
                        throw unexpected(file, token, "a directive before ';'");
                    }
                    words.clear();
                }
                case OPEN -> {
                    if (words.isEmpty() && !tokens.templated()) {
                        throw unexpected(file, token, "the name of a block before '{'");
                    }
                    if (!words.isEmpty() && words.get(0).text().endsWith("_by_lua_block")) {
                        NginxToken lua = tokens.lua();
                        int end = lua.line()
                                + (int) lua.text().lines().count()
                                - (lua.text().isEmpty() ? 0 : 1);
                        open.getFirst().children.add(directive(file, words, List.of(), true, end));
                        words.clear();
                        break;
                    }
                    if (open.size() > MAX_DEPTH) {
                        throw new ConfigSyntaxException(
                                new Origin(file, token.line()),
                                "blocks more than " + MAX_DEPTH + " deep",
                                "blocks at most " + MAX_DEPTH + " deep",
                                "fewer blocks inside each other");
                    }
                    open.push(new Block(List.copyOf(words), new ArrayList<>()));
                    words.clear();
                }
                case CLOSE -> {
                    if (open.size() == 1 || !words.isEmpty()) {
                        if (!tokens.templated()) {
                            throw unexpected(file, token, "';' at the end of each directive, and one '}' for each '{'");
                        }
                        keep(file, words, open, token.line());
                    }
                    if (open.size() > 1) {
                        close(file, open, token.line());
                    }
                }
                case END -> {
                    if (open.size() > 1 || !words.isEmpty()) {
                        if (!tokens.templated()) {
                            throw unfinished(file, open, words, token);
                        }
                        keep(file, words, open, token.line());
                    }
                    while (open.size() > 1) {
                        close(file, open, token.line());
                    }
                    return new NginxFile(file, open.getFirst().children, tokens.templated());
                }
                case LUA -> throw new IllegalStateException("a Lua body is read only behind its brace");
            }
        }
    }

    private static void keep(String file, List<NginxToken> words, Deque<Block> open, int line) {
        if (!words.isEmpty()) {
            open.getFirst().children.add(directive(file, words, List.of(), false, line));
            words.clear();
        }
    }

    private static void close(String file, Deque<Block> open, int line) {
        Block closed = open.pop();
        if (closed.words.isEmpty()) {
            open.getFirst().children.addAll(closed.children); // a template's brace: what it holds is kept
        } else {
            open.getFirst().children.add(directive(file, closed.words, closed.children, true, line));
        }
    }

    private static NginxDirective directive(
            String file, List<NginxToken> words, List<NginxDirective> children, boolean block, int endLine) {
        NginxToken name = words.get(0);
        List<String> arguments = words.stream().skip(1).map(NginxToken::text).toList();
        return new NginxDirective(name.text(), arguments, children, block, new Origin(file, name.line()), endLine);
    }

    private static ConfigSyntaxException unexpected(String file, NginxToken token, String accepted) {
        return new ConfigSyntaxException(
                new Origin(file, token.line()), "'" + token.text() + "'", accepted, "name value; or name { … }");
    }

    private static ConfigSyntaxException unfinished(
            String file, Deque<Block> open, List<NginxToken> words, NginxToken end) {
        List<NginxToken> begun = words.isEmpty() ? open.getFirst().words : words;
        NginxToken name = begun.isEmpty() ? end : begun.get(0);
        String sign = words.isEmpty() ? "'}'" : "';'";
        return new ConfigSyntaxException(
                new Origin(file, name.line()),
                "'" + name.text() + "' without its end",
                sign + " before the end of the file",
                sign);
    }

    /** A block that is being read. */
    private record Block(List<NginxToken> words, List<NginxDirective> children) {}
}
