package io.poolwright.cli.commands;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes an option that was not given from the environment: {@code --fail-on} from {@code POOLWRIGHT_FAIL_ON}. What changes
 * files is taken from the command line only.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final Set<String> BY_HAND_ONLY = Set.of("--fix", "--yes", "--help", "--version");

    private final Map<String, String> environment;

    EnvironmentDefaults() {
        this(System.getenv());
    }

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || BY_HAND_ONLY.contains(option.longestName())) {
            return null;
        }
        String name = "POOLWRIGHT_"
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }
}
