package io.poolwright.config.kubernetes;

import io.poolwright.config.container.Quantities;
import io.poolwright.config.yaml.YamlNode;
import io.poolwright.config.yaml.YamlScalar;
import io.poolwright.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container does before it gets the stop signal.
 *
 * @param sleep how long it waits at least; empty when that cannot be told
 */
public record PreStop(Optional<Duration> sleep, Origin origin) {
    private static final Pattern SLEEP =
            Pattern.compile("(?:^|[\\s;&|(\"'/])sleep\\s+([0-9]{1,6})(s|m)?(?=$|[\\s;&|)\"'])");

    static PreStop of(YamlNode node) {
        Optional<YamlScalar> seconds = node.scalar("sleep", "seconds");
        if (seconds.isPresent()) {
            OptionalInt count = Quantities.count(seconds.get().text());
            return new PreStop(
                    count.isPresent() ? Optional.of(Duration.ofSeconds(count.getAsInt())) : Optional.empty(),
                    node.origin());
        }
        List<String> words = node.list("exec", "command").stream()
                .flatMap(word -> word.text().stream())
                .toList();
        Matcher sleep = SLEEP.matcher(String.join(" ", words));
        if (!sleep.find()) {
            return new PreStop(Optional.empty(), node.origin());
        }
        long number = Long.parseLong(sleep.group(1));
        Duration wait = "m".equals(sleep.group(2)) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        return new PreStop(Optional.of(wait), node.origin());
    }
}
