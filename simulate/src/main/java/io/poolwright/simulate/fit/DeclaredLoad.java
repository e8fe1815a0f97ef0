package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.Parameter;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code poolwright.yaml} says that no file can: the load, how long a connection is held, how clients behave. */
final class DeclaredLoad {
    /** Histograms that Spring writes for HikariCP when it is told so. */
    static final String HISTOGRAM =
            "management.metrics.distribution.percentiles-histogram.hikaricp=true and a recording";

    private final Stack stack;
    private final Program program;
    private final Facts facts;

    private DeclaredLoad(Stack stack, Program program, Facts facts) {
        this.stack = stack;
        this.program = program;
        this.facts = facts;
    }

    static void into(Stack stack, Program program, Facts facts) {
        DeclaredLoad declared = new DeclaredLoad(stack, program, facts);
        declared.rate();
        declared.hold();
        declared.retries();
        DeclaredClients.into(stack.declared(), facts);
    }

    private void rate() {
        Stream.concat(Stream.of(program.name()), program.units(stack).stream())
                .map(name -> stack.declared().find("stack." + name + ".rate.peak"))
                .flatMap(Optional::stream)
                .filter(Setting::isKnown)
                .findFirst()
                .ifPresentOrElse(
                        rate -> facts.set(Parameter.CLIENT_RATE, ((Number) rate.get()).doubleValue(), Known.of(rate)),
                        () -> facts.open(
                                Parameter.CLIENT_RATE.id(),
                                "nobody said how many requests come",
                                "write stack.%s.rate.peak in poolwright.yaml, or give a recording"
                                        .formatted(program.name()),
                                true));
    }

    private Lognormal withTail(double mean, Setting<Duration> p99) {
        try {
            return Holding.lognormal(mean, Facts.seconds(p99.get()));
        } catch (FitException e) {
            throw new FitException(
                    "%s: stack.%s.hold: %s".formatted(Known.of(p99).origin(), program.name(), e.getMessage()));
        }
    }

    private void hold() {
        Optional<Setting<Duration>> mean = time("hold.mean");
        if (mean.isEmpty()) {
            facts.open(
                    "hold",
                    "nobody said how long a request holds a connection",
                    "write stack.%s.hold.mean and .p99 in poolwright.yaml, or give a recording"
                            .formatted(program.name()),
                    true);
            return;
        }
        double seconds = Facts.seconds(mean.get().get());
        Optional<Setting<Duration>> p99 = time("hold.p99");
        if (p99.isEmpty()) {
            facts.open(
                    "the tail of the time a connection is held",
                    "only its mean is written, and its spread is taken to be as large",
                    "write stack.%s.hold.p99 in poolwright.yaml; or %s".formatted(program.name(), HISTOGRAM),
                    false);
        }
        Law hold = p99.map(tail -> withTail(seconds, tail)).orElseGet(() -> Lognormal.of(seconds, 1));
        Optional<Setting<Duration>> cpu = time("hold.cpu");
        double onCpu = cpu.map(Setting::get).map(Facts::seconds).orElse(0.0);
        if (onCpu > seconds) {
            throw new FitException("%s: found a processor time of %s s within a mean of %s s; accepted: up to the mean"
                    .formatted(cpu.orElseThrow().source(), onCpu, seconds));
        }
        if (cpu.isEmpty()) {
            facts.open(
                    "the database's processor time of a request",
                    "nobody said which part of the time is work for a processor, and none is taken to be",
                    "write stack.%s.hold.cpu in poolwright.yaml, or give a recording".formatted(program.name()),
                    false);
        }
        Split split = Split.of(hold, onCpu);
        facts.hold(split.cpu(), split.rest(), Known.of(mean.get()));
    }

    private void retries() {
        named("retries")
                .ifPresent(tries ->
                        facts.set(Parameter.APP_RETRIES, ((Number) tries.get()).doubleValue(), Known.of(tries)));
    }

    private Optional<Setting<Duration>> time(String key) {
        return named(key).filter(Setting::isKnown).map(setting -> setting.map(Duration.class::cast));
    }

    private Optional<Setting<?>> named(String key) {
        return Stream.concat(Stream.of(program.name()), program.units(stack).stream())
                .map(name -> stack.declared().find("stack." + name + "." + key))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
