package io.poolwright.config.haproxy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code server} or {@code server-template} line with the {@code default-server} lines that hold for it. Source:
 * HAProxy configuration manual 2.6, 5.2.
 *
 * @param line the line
 * @param inherited the {@code default-server} lines, the one that counts most first
 * @param around the undecided branches around the section
 */
public record HaproxyServer(HaproxyDirective line, List<HaproxyDirective> inherited, List<Integer> around) {
    public HaproxyServer {
        Objects.requireNonNull(line, "line");
        inherited = List.copyOf(inherited);
        around = List.copyOf(around);
    }

    /** The server's name, or the prefix of the names that a template makes. */
    public String name() {
        return line.word(1).text();
    }

    public boolean isTemplate() {
        return line.word(0).text().equals("server-template");
    }

    /** Whether the line is certain to be there, once: it may stand in a branch or a loop. */
    public boolean isCertain() {
        return line.isCertainInside(around);
    }

    /** How many servers the line makes: one, or as many as the template says; undecided inside a branch or a loop. */
    public HaproxyValue<Long> number() {
        if (!isCertain()) {
            return new HaproxyValue.Undecided<>("the line depends on a condition", Optional.of(line.origin()));
        }
        HaproxyWord word = line.word(2);
        String written = isTemplate() ? word.text() : "1";
        return new HaproxyValue.Written<>(written, written, line.origin(), false)
                .as("a number of servers", HaproxyServer::numberOf);
    }

    /** The address with its port, as written; empty when part of it is filled in elsewhere. */
    public Optional<String> address() {
        HaproxyWord word = line.word(isTemplate() ? 3 : 2);
        return word.known() && !word.text().isEmpty() ? Optional.of(word.text()) : Optional.empty();
    }

    /** The address without its port. */
    public Optional<String> host() {
        return address().flatMap(HaproxyAddress::host);
    }

    /** The port, when the line has one. */
    public Optional<Integer> port() {
        return address().flatMap(HaproxyAddress::port);
    }

    /** The whole number after a parameter such as {@code maxconn}, from this line or a {@code default-server} line. */
    public HaproxyValue<Long> count(String parameter) {
        return parameter(parameter).as("a whole number", HaproxyProxy::wholeNumber);
    }

    /** The word after a parameter. */
    public HaproxyValue<String> parameter(String name) {
        Optional<HaproxyWord> own = HaproxyServerWords.after(line, firstParameter(line), name);
        if (own.isPresent()) {
            return valueOf(own.get(), line, false);
        }
        for (HaproxyDirective defaults : inherited) {
            Optional<HaproxyWord> found = HaproxyServerWords.after(defaults, 1, name);
            if (found.isPresent()) {
                return defaults.isCertainInside(around)
                        ? valueOf(found.get(), defaults, true)
                        : new HaproxyValue.Undecided<>(
                                "the line depends on a condition", Optional.of(defaults.origin()));
            }
        }
        boolean filledIn = line.words().stream().skip(firstParameter(line)).anyMatch(word -> !word.known());
        return filledIn
                ? new HaproxyValue.Undecided<>("a template fills in part of the line", Optional.of(line.origin()))
                : new HaproxyValue.Absent<>();
    }

    /** Whether a parameter without a value, such as {@code backup}, stands on the line. */
    public boolean has(String flag) {
        return HaproxyServerWords.has(line, firstParameter(line), flag);
    }

    static int firstParameter(HaproxyDirective line) {
        return line.word(0).text().equals("server-template") ? 4 : 3;
    }

    private static HaproxyValue<String> valueOf(HaproxyWord word, HaproxyDirective line, boolean inherited) {
        return word.known()
                ? new HaproxyValue.Written<>(word.text(), word.text(), line.origin(), inherited)
                : new HaproxyValue.Undecided<>(
                        "'%s' is filled in elsewhere".formatted(word.text()), Optional.of(line.origin()));
    }

    private static Optional<Long> numberOf(String written) {
        int dash = written.indexOf('-');
        if (dash < 0) {
            return HaproxyProxy.wholeNumber(written);
        }
        Optional<Long> first = HaproxyProxy.wholeNumber(written.substring(0, dash));
        Optional<Long> last = HaproxyProxy.wholeNumber(written.substring(dash + 1));
        return first.isPresent() && last.isPresent() && last.get() >= first.get()
                ? Optional.of(last.get() - first.get() + 1)
                : Optional.empty();
    }
}
