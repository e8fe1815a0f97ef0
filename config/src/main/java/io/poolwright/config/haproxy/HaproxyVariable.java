package io.poolwright.config.haproxy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reference to an environment variable: {@code $NAME}, <code>${NAME}</code>, <code>${NAME-default}</code> or
 * <code>${NAME[*]}</code>, which makes several words. Source: HAProxy configuration manual 2.6, 2.3.
 *
 * @param end where the line goes on
 */
record HaproxyVariable(String name, Optional<String> otherwise, boolean several, int end) {
    private static final Pattern BARE = Pattern.compile("\\.?[A-Za-z_]\\w{0,200}");
    private static final Pattern BRACED =
            Pattern.compile("\\{(\\.?[A-Za-z_]\\w{0,200})(\\[\\*])?(?::?-([^}\"]{0,1000}))?}");

    /**
     * The reference whose dollar sign stands just before.
     *
     * @param at where the name or the brace begins
     */
    static Optional<HaproxyVariable> at(String line, int at) {
        Matcher braced = BRACED.matcher(line).region(at, line.length());
        if (braced.lookingAt()) {
            return Optional.of(new HaproxyVariable(
                    braced.group(1), Optional.ofNullable(braced.group(3)), braced.group(2) != null, braced.end()));
        }
        Matcher bare = BARE.matcher(line).region(at, line.length());
        return bare.lookingAt()
                ? Optional.of(new HaproxyVariable(bare.group(), Optional.empty(), false, bare.end()))
                : Optional.empty();
    }

    /** What it stands for: the value, else the default written beside it. */
    Optional<String> value(HaproxyEnvironment environment) {
        return environment.valueOf(name).or(() -> otherwise);
    }

    void addTo(HaproxyWords words, String value) {
        if (!several) {
            words.addAll(value);
            return;
        }
        String[] parts = value.split(" +", -1);
        for (int i = 0; i < parts.length; i++) {
            words.addAll(parts[i]);
            if (i + 1 < parts.length) {
                words.end();
            }
        }
    }
}
