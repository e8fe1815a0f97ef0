package io.poolwright.config.haproxy;

import java.util.Optional;
import java.util.Set;

/**
 * Walks the parameters of a server line, so that the value of one is not taken for the name of another. Source: HAProxy
 * configuration manual 2.6, 5.2.
 */
final class HaproxyServerWords {
    private static final Set<String> WITH_VALUE =
            Set.of(("addr agent-addr agent-inter agent-port agent-send alpn ca-file check-alpn check-proto check-sni"
                            + " ciphers ciphersuites client-sigalgs cookie crl-file crt curves downinter error-limit fall"
                            + " fastinter guid hash-key id idle-ping init-addr inter init-state log-bufsize log-proto"
                            + " max-reuse maxconn maxqueue minconn namespace npn observe on-error on-marked-down"
                            + " on-marked-up pool-conn-name pool-low-conn pool-max-conn pool-purge-delay port proto"
                            + " proxy-v2-options redir resolve-net resolve-opts resolve-prefer resolvers rise shard"
                            + " sigalgs slowstart sni socks4 source ssl-max-ver ssl-min-ver tcp-md5sig tcp-ut track"
                            + " verify verifyhost weight ws")
                    .split(" "));

    private HaproxyServerWords() {}

    /** The word after the last mention of a parameter. */
    static Optional<HaproxyWord> after(HaproxyDirective line, int from, String name) {
        Optional<HaproxyWord> found = Optional.empty();
        for (int i = from; i < line.words().size(); i++) {
            String word = line.word(i).text();
            if (word.equals(name)) {
                found = Optional.of(line.word(i + 1));
            }
            i += WITH_VALUE.contains(word) ? 1 : 0;
        }
        return found;
    }

    static boolean has(HaproxyDirective line, int from, String flag) {
        for (int i = from; i < line.words().size(); i++) {
            if (line.word(i).text().equals(flag)) {
                return true;
            }
            i += WITH_VALUE.contains(line.word(i).text()) ? 1 : 0;
        }
        return false;
    }
}
