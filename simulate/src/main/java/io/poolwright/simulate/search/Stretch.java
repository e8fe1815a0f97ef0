package io.poolwright.simulate.search;

import io.poolwright.simulate.Failure;
import io.poolwright.simulate.Latency;
import io.poolwright.simulate.Window;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Windows that follow each other, as one: counts added, means weighted by time. */
public final class Stretch {
    private final List<Window> windows;
    private final double seconds;

    private Stretch(List<Window> windows) {
        this.windows = windows;
        this.seconds = windows.stream().mapToDouble(Window::seconds).sum();
    }

    /**
     * The one window.
     *
     * @param windows in order of time; at least one
     */
    public static Window of(List<Window> windows) {
        return new Stretch(windows).window();
    }

    private Window window() {
        Window first = windows.get(0);
        Window last = windows.get(windows.size() - 1);
        return new Window(first.from(), last.to(), customers(last), balancer(), application(), pool(), database());
    }

    private Window.Customers customers(Window last) {
        return new Window.Customers(
                sum(window -> window.customers().offered()),
                sum(window -> window.customers().attempts()),
                sum(window -> window.customers().good()),
                sum(window -> window.customers().late()),
                reasons(window -> window.customers().failed()),
                reasons(window -> window.customers().attemptsFailed()),
                last.customers().inFlight(),
                latency(window -> window.customers().latency()));
    }

    private Window.Balancer balancer() {
        return new Window.Balancer(
                mean(window -> window.balancer().queue()),
                mean(window -> window.balancer().inService()),
                total(window -> window.balancer().queueSeconds()),
                sum(window -> window.balancer().admitted()));
    }

    private Window.Application application() {
        return new Window.Application(
                mean(window -> window.application().queue()),
                mean(window -> window.application().busy()),
                mean(window -> window.application().cpu()));
    }

    private Window.Pool pool() {
        return new Window.Pool(
                mean(window -> window.pool().used()),
                mean(window -> window.pool().total()),
                mean(window -> window.pool().pending()),
                sum(window -> window.pool().borrowed()),
                total(window -> window.pool().waitSeconds()),
                sum(window -> window.pool().waited()),
                sum(window -> window.pool().timeouts()),
                sum(window -> window.pool().created()),
                sum(window -> window.pool().refused()),
                latency(window -> window.pool().useTime()));
    }

    private Window.Database database() {
        double cpu = mean(window -> window.database().cpu());
        double wasted =
                mean(window -> window.database().cpu() * window.database().wasted());
        return new Window.Database(
                mean(window -> window.database().backends()),
                mean(window -> window.database().active()),
                mean(window -> window.database().zombies()),
                mean(window -> window.database().onLock()),
                cpu,
                cpu == 0 ? 0 : wasted / cpu,
                mean(window -> window.database().completed()));
    }

    private long sum(ToLongFunction<Window> count) {
        return windows.stream().mapToLong(count).sum();
    }

    private double total(ToDoubleFunction<Window> amount) {
        return windows.stream().mapToDouble(amount).sum();
    }

    private double mean(ToDoubleFunction<Window> level) {
        return total(window -> level.applyAsDouble(window) * window.seconds()) / seconds;
    }

    private Map<Failure, Long> reasons(Function<Window, Map<Failure, Long>> counts) {
        Map<Failure, Long> sums = new EnumMap<>(Failure.class);
        windows.forEach(
                window -> counts.apply(window).forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
        return sums;
    }

    private Latency latency(Function<Window, Latency> times) {
        return windows.stream().map(times).reduce(Latency::plus).orElseThrow();
    }
}
