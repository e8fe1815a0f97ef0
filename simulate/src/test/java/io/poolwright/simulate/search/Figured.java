package io.poolwright.simulate.search;

import io.poolwright.queueing.engine.LogHistogram;
import io.poolwright.simulate.Latency;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A machine that simulates nothing: a rule says which share of each second's requests is answered well, and how soon. */
public final class Figured implements Machine {
    private final Rule rule;

    /** What a stack does in the second that begins at {@code from}. */
    public interface Rule {
        Answer at(StackModel model, long seed, double from);
    }

    /** Share answered well, and how long each answer takes, in seconds. */
    public record Answer(double good, double seconds) {}

    public Figured(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Run total(StackModel model, Setup setup) {
        List<Window> seconds = new ArrayList<>();
        double end = setup.warmUp() + setup.seconds();
        for (double from = setup.warmUp(); from < end; from++) {
            seconds.add(second(model, setup, from));
        }
        return new Run(setup, List.of(), Stretch.of(seconds), 0);
    }

    @Override
    public Run seconds(StackModel model, Setup setup, Predicate<Window> more) {
        double end = setup.warmUp() + setup.seconds();
        List<Window> counted = new ArrayList<>();
        for (double from = 0; from < end; from++) {
            Window second = second(model, setup, from);
            if (from >= setup.warmUp() || counted.isEmpty()) {
                counted.add(second);
            }
            if (!more.test(second)) {
                break;
            }
        }
        return new Run(setup, List.of(), Stretch.of(counted), 0);
    }

    private Window second(StackModel model, Setup setup, double from) {
        Answer answer = rule.at(model, setup.seed(), from);
        long offered = Math.round(model.get(Parameter.CLIENT_RATE));
        return window(from, from + 1, offered, Math.round(answer.good() * offered), answer.seconds());
    }

    /** Whether something is other than at the start, at this time. */
    static boolean disturbed(StackModel model, Parameter parameter, double at) {
        double value = model.get(parameter);
        for (Step step : model.steps()) {
            if (step.parameter() == parameter && step.at() <= at) {
                value = step.value();
            }
        }
        return value != model.get(parameter);
    }

    /** A stretch in which so many were offered and answered well, each after so long; the others failed. */
    public static Window window(double from, double to, long offered, long good, double seconds) {
        LogHistogram times = new LogHistogram();
        for (long i = 0; i < good; i++) {
            times.record(seconds);
        }
        Latency latency = Latency.of(times);
        return new Window(
                from,
                to,
                new Window.Customers(
                        offered,
                        offered,
                        good,
                        0,
                        Map.of(io.poolwright.simulate.Failure.CLIENT_TIMEOUT, offered - good),
                        Map.of(),
                        0,
                        latency),
                new Window.Balancer(0, 0, 0, offered),
                new Window.Application(0, 0, 0),
                new Window.Pool(0, 10, 0, offered, 0, 0, 0, 0, 0, latency),
                new Window.Database(10, 1, 0, 0, 0.5, 0, good / (to - from)));
    }
}
