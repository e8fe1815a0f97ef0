package io.poolwright.diagnose.hypotheses;

import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import io.poolwright.detect.Window;
import io.poolwright.diagnose.Change;
import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Scene;
import io.poolwright.diagnose.Weighing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A deployment brought the trouble.
 *
 * <p>Both outages were laid at a deployment's door for hours. It is cleared only if there was none near the onset, or if
 * instances without it are just as slow. It is never cleared because it "changed no code": configuration ships in
 * deployments too, and then the parameter is the cause and the deployment its carrier.
 */
public final class RecentDeployment implements Hypothesis {
    /** A deployment is near when it was seen at most so long before the first alert. */
    private static final Duration NEAR = Duration.ofSeconds(60);

    private static final double APART = 1.5;
    /** Weight of a coincidence in time: a hint, never a proof. */
    private static final double COINCIDENCE = 8;

    @Override
    public String id() {
        return "recent-deployment";
    }

    @Override
    public String title() {
        return "Recent deployment";
    }

    @Override
    public Weighing weigh(Scene scene) {
        List<Change> near = scene.changes().stream()
                .filter(change -> change.kind() == Change.Kind.DEPLOYMENT)
                .filter(change -> !change.at().isAfter(scene.onset()))
                .filter(change -> Duration.between(change.at(), scene.onset()).compareTo(NEAR) <= 0)
                .toList();
        if (scene.seen().frames().isEmpty()) {
            return new Weighing()
                    .needs(
                            OptionalDouble.empty(),
                            value -> true,
                            0,
                            String::valueOf,
                            String::valueOf,
                            "any look at all");
        }
        Frame first = scene.seen().frames().get(0);
        if (near.isEmpty()) {
            double watched = Duration.between(first.at(), scene.onset()).toMillis() / 1000.0;
            return new Weighing()
                    .needs(
                            OptionalDouble.of(0),
                            value -> value > 0,
                            0,
                            String::valueOf,
                            value ->
                                    "no instance was restarted in the %s before the alert".formatted(Say.time(watched)),
                            "");
        }
        Set<String> deployed = near.stream().map(Change::owner).collect(Collectors.toCollection(TreeSet::new));
        List<String> shipped =
                Change.shipped(scene.changes(), deployed, scene.onset().minus(NEAR), scene.onset());
        OptionalDouble with = slowness(scene.now(), deployed::contains);
        OptionalDouble without = slowness(scene.now(), name -> !deployed.contains(name));
        Change last = near.get(near.size() - 1);
        Weighing scales = new Weighing()
                .needs(
                        OptionalDouble.of(
                                Duration.between(last.at(), scene.onset()).toMillis() / 1000.0),
                        value -> true,
                        COINCIDENCE,
                        value -> "%s restarted %s before the alert"
                                .formatted(String.join(", ", deployed), Say.time(value)),
                        value -> "",
                        "");
        if (!shipped.isEmpty()) {
            return scales.needs(
                    OptionalDouble.empty(),
                    value -> true,
                    0,
                    String::valueOf,
                    String::valueOf,
                    "whether what it shipped is harmless: %s; a rollback would tell"
                            .formatted(String.join(", ", shipped)));
        }
        if (without.isPresent() && with.isPresent()) {
            scales.needs(
                    Scene.quotient(with, without),
                    value -> value >= APART,
                    12,
                    value -> "%s (deployed) takes %s as long per request as the others"
                            .formatted(String.join(", ", deployed), Say.times(value)),
                    value ->
                            "%s (deployed) takes %s per request, the others %s: the same trouble without the deployment"
                                    .formatted(
                                            String.join(", ", deployed),
                                            Say.time(with.getAsDouble()),
                                            Say.time(without.getAsDouble())),
                    "");
        } else {
            scales.needs(
                    OptionalDouble.empty(),
                    value -> true,
                    0,
                    String::valueOf,
                    String::valueOf,
                    "an instance without the deployment to compare with, or a rollback");
        }
        return scales;
    }

    private static OptionalDouble slowness(Window window, Predicate<String> who) {
        return window.ratio(
                frame -> sum(frame, who, Frame.HttpFlow::seconds), frame -> sum(frame, who, Frame.HttpFlow::requests));
    }

    private static OptionalDouble sum(Frame frame, Predicate<String> who, ToDoubleFunction<Frame.HttpFlow> question) {
        double[] values = frame.services().stream()
                .filter(service -> who.test(service.name()))
                .flatMap(service -> service.flow().value().stream())
                .flatMap(flow -> flow.http().value().stream())
                .mapToDouble(question)
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }
}
