package io.poolwright.cli.terminal;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.detect.ConservationResidual;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import io.poolwright.model.Answer;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ServerSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The layers of the stack in request order, from the client to the database. */
final class LayerTable {
    private static final String NO_SIGNAL = "–";

    private LayerTable() {}

    static List<LayerLine> of(Frame frame, Optional<CustomerSecond> customers) {
        List<LayerLine> lines = new ArrayList<>();
        customers.ifPresent(second -> lines.add(clients(second)));
        lines.add(edge(frame));
        for (Frame.Service service : frame.services()) {
            if (service.now() instanceof Answer.Silent<InstanceSample> silent) {
                lines.add(LayerLine.unknown(service.name(), silent.reason()));
            } else {
                service.now().value().ifPresent(sample -> {
                    lines.add(http(service, sample));
                    lines.add(pool(service, sample));
                });
            }
        }
        lines.add(database(frame));
        return lines;
    }

    private static LayerLine clients(CustomerSecond second) {
        double bad = second.failed() + second.late();
        boolean trouble = second.offered() > 0 && second.good() < 0.9 * second.offered();
        return new LayerLine(
                "customers",
                OptionalDouble.of(second.good()),
                OptionalDouble.of(second.offered()),
                "good/s",
                NO_SIGNAL,
                second.p99().isPresent() ? "p99 " + Say.time(second.p99().getAsDouble()) : "?",
                Say.rate(bad) + " bad",
                trouble ? "suffering" : "",
                trouble);
    }

    private static LayerLine edge(Frame frame) {
        if (frame.edge() instanceof Answer.Silent<Frame.Edge> silent) {
            return LayerLine.unknown("load balancer", silent.reason());
        }
        return frame.edge()
                .value()
                .map(edge -> {
                    boolean full = edge.now().servers().stream()
                            .filter(ServerSample::up)
                            .anyMatch(server -> server.max().isPresent()
                                    && server.used() >= server.max().getAsInt());
                    boolean trouble = full && edge.now().queue() > 0;
                    return new LayerLine(
                            "load balancer",
                            Figures.SLOTS_USED.of(frame),
                            Figures.SLOTS.of(frame),
                            "slots",
                            edge.now().queue() + " queued",
                            Say.time(edge.now().queueTime()),
                            Say.rate(edge.errors()) + " 5xx",
                            trouble ? "full" : "",
                            trouble);
                })
                .orElseThrow();
    }

    private static OptionalDouble number(OptionalInt known) {
        return known.isPresent() ? OptionalDouble.of(known.getAsInt()) : OptionalDouble.empty();
    }

    private static LayerLine http(Frame.Service service, InstanceSample sample) {
        Optional<Frame.HttpFlow> flow =
                service.flow().value().flatMap(it -> it.http().value());
        if (sample.http() instanceof Answer.Answered<HttpSample> http) {
            HttpSample now = http.it();
            boolean full = now.workers().isPresent()
                    && now.inFlight().isPresent()
                    && now.inFlight().getAsInt() >= now.workers().getAsInt();
            return new LayerLine(
                    service.name() + " requests",
                    number(now.inFlight()),
                    number(now.workers()),
                    "workers",
                    NO_SIGNAL,
                    flow.filter(it -> it.requests() > 0)
                            .map(it -> Say.time(it.seconds() / it.requests()) + " each")
                            .orElse("?"),
                    flow.map(it -> Say.rate(it.errors()) + " 5xx").orElse("?"),
                    full ? "full" : "",
                    full);
        }
        return LayerLine.unknown(service.name() + " requests", reason(sample.http()));
    }

    private static LayerLine pool(Frame.Service service, InstanceSample sample) {
        Optional<Frame.PoolFlow> flow =
                service.flow().value().flatMap(it -> it.pool().value());
        if (sample.pool() instanceof Answer.Answered<PoolSample> pool) {
            PoolSample now = pool.it();
            boolean full = now.used() >= now.max() && now.pending() > 0;
            boolean shrunk = now.total() < now.max() / 2.0;
            return new LayerLine(
                    service.name() + " pool",
                    OptionalDouble.of(now.used()),
                    OptionalDouble.of(now.max()),
                    "connections",
                    now.pending() + " pending",
                    flow.filter(it -> it.waits() > 0)
                            .map(it -> Say.time(it.waitSeconds() / it.waits()))
                            .orElse("?"),
                    flow.map(it -> Say.rate(it.timeouts()) + " timeouts").orElse("?"),
                    full ? "full" : shrunk ? "only %d open".formatted(now.total()) : "",
                    full || shrunk);
        }
        return LayerLine.unknown(service.name() + " pool", reason(sample.pool()));
    }

    private static LayerLine database(Frame frame) {
        if (frame.store() instanceof Answer.Silent<Frame.Store> silent) {
            return LayerLine.unknown("database", silent.reason());
        }
        OptionalDouble residual = Figures.RESIDUAL.of(frame);
        OptionalDouble backends = Figures.BACKENDS.of(frame);
        OptionalDouble usable = Figures.USABLE.of(frame);
        String note = residual.isEmpty()
                ? ""
                : residual.getAsDouble() >= ConservationResidual.LINE
                        ? Say.number(residual) + " zombies"
                        : residual.getAsDouble() <= -ConservationResidual.LINE
                                ? Say.number(-residual.getAsDouble()) + " ghosts"
                                : "";
        return new LayerLine(
                "database",
                backends,
                usable,
                "backends",
                Say.number(Figures.ACTIVE.of(frame)) + " active",
                Say.number(Figures.ON_LOCK.of(frame)) + " on locks",
                Say.number(Figures.ON_CPU.of(frame)) + " on CPU",
                note,
                !note.isEmpty());
    }

    private static <T> String reason(Answer<T> answer) {
        return answer instanceof Answer.Silent<T> silent ? silent.reason() : "";
    }
}
