package io.poolwright.config.haproxy;

import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One proxy with what it inherits: its own lines first, then those of its defaults section, then those of the section that
 * one is made from. The merged {@code global} section is one as well, with nothing to inherit.
 *
 * @param section the section as written
 * @param defaults the defaults sections, nearest first
 * @param doubt why settings may come from somewhere we do not see, if they may
 */
public record HaproxyProxy(HaproxySection section, List<HaproxySection> defaults, Optional<String> doubt) {
    private static final Set<String> SERVER_LINES = Set.of("server", "server-template");

    public HaproxyProxy {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(doubt, "doubt");
        defaults = List.copyOf(defaults);
    }

    public String kind() {
        return section.kind();
    }

    public String name() {
        return section.name().text();
    }

    public Origin origin() {
        return section.origin();
    }

    /** Whether it accepts connections: a frontend or a listen section. */
    public boolean isFrontend() {
        return kind().equals("frontend") || kind().equals("listen");
    }

    /** Whether it passes connections on: a backend or a listen section. */
    public boolean isBackend() {
        return kind().equals("backend") || kind().equals("listen");
    }

    /** The time after {@code timeout <name>}, or after the keyword that stood for it before HAProxy 2.1. */
    public HaproxyValue<Duration> timeout(String name) {
        List<List<String>> keywords = new ArrayList<>();
        keywords.add(List.of("timeout", name));
        switch (name) {
            case "client" -> keywords.add(List.of("clitimeout"));
            case "connect" -> keywords.add(List.of("contimeout"));
            case "server" -> keywords.add(List.of("srvtimeout"));
            default -> {
                // never had another name
            }
        }
        return find(keywords).as("a time that HAProxy accepts", HaproxyTime::parse);
    }

    /** The whole number after a keyword such as {@code maxconn}. */
    public HaproxyValue<Long> count(String keyword) {
        return text(keyword).as("a whole number", HaproxyProxy::wholeNumber);
    }

    /** The word after a keyword. */
    public HaproxyValue<String> text(String... keyword) {
        return find(List.of(Arrays.asList(keyword)));
    }

    /** Whether an option is switched on; absent when nothing mentions it. */
    public HaproxyValue<Boolean> option(String name) {
        return new HaproxyLookup(this)
                .last(List.of(List.of("option", name)))
                .as("an option", directive -> Optional.of(!directive.negated()));
    }

    /** {@code http} or {@code tcp}, or another mode in the words of HAProxy; {@code tcp} is the default. */
    public HaproxyValue<String> mode() {
        return text("mode").as("a mode", mode -> Optional.of(mode.toLowerCase(Locale.ROOT)));
    }

    /** All lines of its own that begin with a keyword. */
    public List<HaproxyDirective> lines(String keyword) {
        return section.directives().stream()
                .filter(line -> !line.negated() && line.says(List.of(keyword)))
                .toList();
    }

    /** Its servers in the order of their lines, each with the {@code default-server} lines that hold for it. */
    public List<HaproxyServer> servers() {
        List<HaproxyServer> servers = new ArrayList<>();
        HaproxyServerDefaults above = new HaproxyServerDefaults(defaults);
        for (HaproxyDirective line : section.directives()) {
            if (SERVER_LINES.contains(line.word(0).text())
                    && line.words().size() >= HaproxyServer.firstParameter(line)) {
                servers.add(new HaproxyServer(line, above.lines(), section.branches()));
            }
            above.pass(line);
        }
        return List.copyOf(servers);
    }

    private HaproxyValue<String> find(List<List<String>> keywords) {
        HaproxyValue<HaproxyDirective> line = new HaproxyLookup(this).last(keywords);
        if (!(line instanceof HaproxyValue.Written<HaproxyDirective> found)) {
            return line.as("", directive -> Optional.empty());
        }
        int length = keywords.stream()
                .filter(found.value()::says)
                .mapToInt(List::size)
                .max()
                .orElseThrow();
        HaproxyWord word = found.value().word(length);
        return word.known() && !word.text().isEmpty()
                ? new HaproxyValue.Written<>(word.text(), word.text(), found.line(), found.inherited())
                : new HaproxyValue.Undecided<>(
                        word.known()
                                ? "the line ends where a value belongs"
                                : "'%s' is filled in elsewhere".formatted(word.text()),
                        Optional.of(found.line()));
    }

    static Optional<Long> wholeNumber(String written) {
        return written.matches("\\d{1,10}") ? Optional.of(Long.parseLong(written)) : Optional.empty();
    }
}
