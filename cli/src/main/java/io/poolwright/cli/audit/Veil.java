package io.poolwright.cli.audit;

import io.poolwright.config.Secrets;
import java.util.Locale;

/**
 * Takes what may be a secret out of a line of a file of any format, before the line is hashed or shown. Where a word for a
 * secret stands on the line, everything after it goes: too much rather than too little.
 */
final class Veil {
    private static final String[] WORDS = {
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "secret",
        "token",
        "credential",
        "private_key",
        "private-key",
        "privatekey",
        "api_key",
        "api-key",
        "apikey",
        "access_key",
        "access-key",
        "accesskey",
        "auth_key",
        "_salt",
        "secure_auth",
        "logged_in",
        "nonce",
        "requirepass",
        "auth_query",
        "userlist",
        "pgpass",
        "authorization"
    };

    private Veil() {}

    static String line(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        int cut = -1;
        for (String word : WORDS) {
            int at = lower.indexOf(word);
            if (at >= 0 && (cut < 0 || at + word.length() < cut)) {
                cut = at + word.length();
            }
        }
        String shown = cut < 0 || cut >= raw.length() ? raw : raw.substring(0, cut) + " " + Secrets.REDACTED;
        return Secrets.redacted("", shown);
    }
}
