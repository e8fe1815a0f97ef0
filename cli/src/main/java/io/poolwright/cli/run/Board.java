package io.poolwright.cli.run;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.diagnose.Diagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the threads of a run meet: the last diagnosis and what customers saw. Whoever waits is woken by news. */
final class Board {
    private final List<CustomerSecond> customers = new ArrayList<>();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    synchronized void post(Diagnosis latest) {
        diagnosis = Optional.of(latest);
        notifyAll();
    }

    synchronized void post(CustomerSecond second) {
        customers.add(second);
        notifyAll();
    }

    /** The observing side broke; whoever waits is told. */
    synchronized void post(RuntimeException broken) {
        failure = Optional.of(broken);
        notifyAll();
    }

    synchronized Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** What customers saw while everything was still cold does not count. */
    synchronized void forgetCustomers() {
        customers.clear();
    }

    synchronized List<CustomerSecond> customers() {
        return List.copyOf(customers);
    }

    synchronized Optional<CustomerSecond> latestCustomers() {
        return customers.isEmpty() ? Optional.empty() : Optional.of(customers.get(customers.size() - 1));
    }

    /** Waits until something is so, looking again at every piece of news; says whether it came to be in time. */
    synchronized boolean await(Duration longest, BooleanSupplier so) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                if (so.getAsBoolean()) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(e);
        }
    }
}
