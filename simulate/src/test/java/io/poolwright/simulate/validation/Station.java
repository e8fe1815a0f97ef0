package io.poolwright.simulate.validation;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
import io.poolwright.queueing.engine.WaitingLine;
import java.util.random.RandomGenerator;

/** An M/M/c station on the bare engine, mean service 1: for what the stack does not show, tails of waits and random patience. */
final class Station {
    private static final int ARRIVAL = 0;
    private static final int END = 1;
    private static final int GIVES_UP = 2;
    /** Numbers of customers are used again; never so many wait. */
    private static final int NUMBERS = 1 << 20;

    private final EventEngine engine = new EventEngine();
    private final RandomGenerator arrivals;
    private final RandomGenerator services;
    private final RandomGenerator patiences;
    private final int arrival;
    private final int[] servers;
    private final int[] free;
    private final WaitingLine line = new WaitingLine();
    private final double[] came = new double[NUMBERS];
    private final long[] place = new long[NUMBERS];
    private final boolean[] waits = new boolean[NUMBERS];
    private final double rate;
    private final double patience;
    private final double waitLimit;
    private final double timeLimit;
    private int idle;
    private int next;

    private long all;
    private long waited;
    private long gaveUp;
    private long longWaits;
    private long longTimes;
    private double wait;

    /** Counts waits beyond one limit and times inside beyond another; nobody gives up with endless patience. */
    Station(long seed, int servers, double rate, double patience, double waitLimit, double timeLimit) {
        RandomStreams streams = new RandomStreams(seed);
        this.arrivals = streams.stream(0);
        this.services = streams.stream(1);
        this.patiences = streams.stream(2);
        this.rate = rate;
        this.patience = patience;
        this.waitLimit = waitLimit;
        this.timeLimit = timeLimit;
        this.arrival = engine.timer(ARRIVAL);
        this.servers = new int[servers];
        this.free = new int[servers];
        for (int i = 0; i < servers; i++) {
            this.servers[i] = engine.timer(END, i);
            this.free[i] = i;
        }
        this.idle = servers;
        engine.arm(arrival, 0);
    }

    /** Goes on for so long, counting from zero. */
    Station run(double seconds) {
        all = 0;
        waited = 0;
        gaveUp = 0;
        longWaits = 0;
        longTimes = 0;
        wait = 0;
        double end = engine.now() + seconds;
        while (engine.advance(end)) {
            switch (engine.kind()) {
                case ARRIVAL -> arrives();
                case END -> ends(engine.subject());
                default -> givesUp(engine.subject());
            }
        }
        return this;
    }

    private void arrives() {
        double now = engine.now();
        engine.arm(arrival, now + arrivals.nextExponential() / rate);
        all++;
        int who = next++ & (NUMBERS - 1);
        came[who] = now;
        if (idle > 0) {
            serve(who, free[--idle]);
            return;
        }
        waited++;
        waits[who] = true;
        place[who] = line.join(who);
        if (!Double.isInfinite(patience)) {
            engine.schedule(now + patience * patiences.nextExponential(), GIVES_UP, who);
        }
    }

    private void serve(int who, int server) {
        double now = engine.now();
        double waitedFor = now - came[who];
        double service = services.nextExponential();
        wait += waitedFor;
        longWaits += waitedFor > waitLimit ? 1 : 0;
        longTimes += waitedFor + service > timeLimit ? 1 : 0;
        engine.arm(servers[server], now + service);
    }

    private void ends(int server) {
        int who = line.first();
        if (who < 0) {
            free[idle++] = server;
        } else {
            waits[who] = false;
            serve(who, server);
        }
    }

    private void givesUp(int who) {
        if (waits[who]) {
            waits[who] = false;
            line.leave(place[who]);
            gaveUp++;
            wait += engine.now() - came[who];
        }
    }

    double meanWait() {
        return wait / all;
    }

    double probabilityOfWait() {
        return waited / (double) all;
    }

    double gaveUp() {
        return gaveUp / (double) all;
    }

    double longWaits() {
        return longWaits / (double) all;
    }

    double longTimes() {
        return longTimes / (double) all;
    }
}
