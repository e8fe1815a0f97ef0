package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.LogHistogram;
import io.poolwright.simulate.Failure;
import io.poolwright.simulate.Latency;
import io.poolwright.simulate.Window;
import java.util.Map;

/** All counters at one moment: counts since the start, and areas under levels, in seconds. */
record Reading(
        double at,
        long offered,
        long attempts,
        long good,
        long late,
        Map<Failure, Long> failed,
        Map<Failure, Long> attemptsFailed,
        long inFlight,
        double lbQueue,
        double inService,
        double lbQueueSeconds,
        long admitted,
        double appQueue,
        double busy,
        double appCpu,
        double used,
        double total,
        double pending,
        long borrowed,
        double poolWait,
        long waited,
        long acquireTimeouts,
        long created,
        long refused,
        double backends,
        double active,
        double zombies,
        double onLock,
        double cpu,
        double wastedCpu,
        long completed) {

    static Reading of(Tally t, double now, double databaseCpu, double applicationCpu) {
        return new Reading(
                now,
                t.offered,
                t.attempts,
                t.good,
                t.late,
                t.failed.copy(),
                t.attemptsFailed.copy(),
                t.offered - t.finished(),
                t.lbQueue.area(now),
                t.inService.area(now),
                t.lbQueueSeconds,
                t.admitted,
                t.appQueue.area(now),
                t.busy.area(now),
                applicationCpu,
                t.used.area(now),
                t.total.area(now),
                t.pending.area(now),
                t.borrowed,
                t.poolWait,
                t.waited,
                t.acquireTimeouts,
                t.created,
                t.refused,
                t.backends.area(now),
                t.active.area(now),
                t.zombies.area(now),
                t.onLock.area(now),
                databaseCpu,
                t.wastedCpu,
                t.completed);
    }

    /** What happened from this reading to a later one. */
    Window to(Reading end, LogHistogram latency, LogHistogram useTime) {
        double seconds = Math.max(end.at - at, Double.MIN_NORMAL);
        double work = end.cpu - cpu;
        return new Window(
                at,
                end.at,
                new Window.Customers(
                        end.offered - offered,
                        end.attempts - attempts,
                        end.good - good,
                        end.late - late,
                        Reasons.between(failed, end.failed),
                        Reasons.between(attemptsFailed, end.attemptsFailed),
                        end.inFlight,
                        Latency.of(latency)),
                new Window.Balancer(
                        (end.lbQueue - lbQueue) / seconds,
                        (end.inService - inService) / seconds,
                        end.lbQueueSeconds - lbQueueSeconds,
                        end.admitted - admitted),
                new Window.Application(
                        (end.appQueue - appQueue) / seconds,
                        (end.busy - busy) / seconds,
                        (end.appCpu - appCpu) / seconds),
                new Window.Pool(
                        (end.used - used) / seconds,
                        (end.total - total) / seconds,
                        (end.pending - pending) / seconds,
                        end.borrowed - borrowed,
                        end.poolWait - poolWait,
                        end.waited - waited,
                        end.acquireTimeouts - acquireTimeouts,
                        end.created - created,
                        end.refused - refused,
                        Latency.of(useTime)),
                new Window.Database(
                        (end.backends - backends) / seconds,
                        (end.active - active) / seconds,
                        (end.zombies - zombies) / seconds,
                        (end.onLock - onLock) / seconds,
                        work / seconds,
                        work > 0 ? Math.min(1, (end.wastedCpu - wastedCpu) / work) : 0,
                        (end.completed - completed) / seconds));
    }
}
