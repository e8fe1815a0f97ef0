package io.poolwright.bench.simulation;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.LogHistogram;
import io.poolwright.queueing.engine.RandomStreams;
import java.util.random.RandomGenerator;

/** The queue on Poolwright's engine, by its public interface. */
final class EngineQueue {
    private static final int ARRIVAL = 0;
    private static final int END = 1;

    private final EventEngine engine = new EventEngine();
    private final RandomGenerator arrivals;
    private final RandomGenerator services;
    private final int arrival = engine.timer(ARRIVAL);
    private final int[] servers = new int[Queue.SERVERS];
    private final int[] free = new int[Queue.SERVERS];
    private final double[] line = new double[Queue.PLACES];
    private final LogHistogram waits = new LogHistogram();
    private int idle = Queue.SERVERS;
    private long head;
    private long tail;

    private EngineQueue(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        arrivals = streams.stream(0);
        services = streams.stream(1);
        for (int i = 0; i < Queue.SERVERS; i++) {
            servers[i] = engine.timer(END, i);
            free[i] = i;
        }
    }

    /** So many customers; their mean wait. */
    static double run(long customers, long seed) {
        return new EngineQueue(seed).run(customers);
    }

    private double run(long customers) {
        long left = customers;
        engine.arm(arrival, arrivals.nextExponential() / Queue.RATE);
        while (engine.advance(Double.POSITIVE_INFINITY)) {
            double now = engine.now();
            if (engine.kind() == ARRIVAL) {
                if (--left > 0) {
                    engine.arm(arrival, now + arrivals.nextExponential() / Queue.RATE);
                }
                if (idle > 0) {
                    waits.record(0);
                    engine.arm(servers[free[--idle]], now + services.nextExponential());
                } else {
                    line[(int) tail++ & (Queue.PLACES - 1)] = now;
                }
            } else if (head < tail) {
                waits.record(now - line[(int) head++ & (Queue.PLACES - 1)]);
                engine.arm(servers[engine.subject()], now + services.nextExponential());
            } else {
                free[idle++] = engine.subject();
            }
        }
        return waits.sum() / waits.count();
    }
}
