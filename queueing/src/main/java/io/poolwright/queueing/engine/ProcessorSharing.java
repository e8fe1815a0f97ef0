package io.poolwright.queueing.engine;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Processors that all jobs share alike: with n jobs each gets φ(n)/n, where φ is the work that gets done a second.
 *
 * <p>Virtual work V grows at φ(n)/n; a job that enters with demand x at V ends when V has grown by x, so that a change of n
 * touches no job: entering and leaving cost O(log n).
 */
public final class ProcessorSharing {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private double[] rates = {0};
    private IntToDoubleFunction capacity;

    private double[] finish = new double[16];
    private int[] jobs = new int[16];
    private int[] places = new int[16];
    private int size;
    private double virtual;
    private double since;
    private double done;

    /**
     * Processors without jobs.
     *
     * @param capacity φ: work done a second with so many jobs, at least 1; in seconds of one processor
     */
    public ProcessorSharing(IntToDoubleFunction capacity) {
        this.capacity = capacity;
    }

    /** Other processors from now on; the jobs keep what they have done. */
    public void capacity(IntToDoubleFunction other, double now) {
        pass(now);
        capacity = other;
        rates = new double[] {0};
    }

    /** Jobs at work. */
    public int size() {
        return size;
    }

    /** Work done since the start, in seconds of one processor. */
    public double done(double now) {
        return done + (now - since) * rate() * size;
    }

    /**
     * A job begins.
     *
     * @param job its number, 0 or more, not at work yet
     * @param demand in seconds of one processor
     */
    public void enter(int job, double demand, double now) {
        pass(now);
        if (size == jobs.length) {
            jobs = Arrays.copyOf(jobs, 2 * size);
            finish = Arrays.copyOf(finish, 2 * size);
        }
        if (job >= places.length) {
            places = Arrays.copyOf(places, Math.max(job + 1, 2 * places.length));
        }
        up(size++, job, virtual + demand);
    }

    /** A job goes before its end; the demand that is left. */
    public double leave(int job, double now) {
        pass(now);
        double left = finish[places[job]] - virtual;
        remove(places[job]);
        return left;
    }

    /** When the next job ends if none enters or leaves; infinite without jobs. */
    public double next(double now) {
        if (size == 0) {
            return NEVER;
        }
        return since + (finish[0] - virtual) / rate();
    }

    /** The job that ends next leaves, its demand done. */
    public int finish(double now) {
        pass(now);
        int job = jobs[0];
        remove(0);
        return job;
    }

    private void pass(double now) {
        double rate = rate();
        double work = (now - since) * rate;
        virtual += work;
        done += work * size;
        since = now;
    }

    private double rate() {
        return size < rates.length ? rates[size] : fill();
    }

    private double fill() {
        int from = rates.length;
        rates = Arrays.copyOf(rates, Math.max(size + 1, 2 * from));
        for (int n = from; n < rates.length; n++) {
            rates[n] = capacity.applyAsDouble(n) / n;
        }
        return rates[size];
    }

    private void up(int start, int job, double at) {
        int hole = start;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            if (finish[parent] <= at) {
                break;
            }
            put(hole, jobs[parent], finish[parent]);
            hole = parent;
        }
        put(hole, job, at);
    }

    private void remove(int place) {
        int last = --size;
        if (place == last) {
            return;
        }
        int job = jobs[last];
        double at = finish[last];
        int hole = place;
        if (hole > 0 && finish[(hole - 1) >> 1] > at) {
            up(hole, job, at);
            return;
        }
        int child = 2 * hole + 1;
        while (child < last) {
            if (child + 1 < last && finish[child + 1] < finish[child]) {
                child++;
            }
            if (finish[child] >= at) {
                break;
            }
            put(hole, jobs[child], finish[child]);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, job, at);
    }

    private void put(int place, int job, double at) {
        jobs[place] = job;
        finish[place] = at;
        places[job] = place;
    }
}
