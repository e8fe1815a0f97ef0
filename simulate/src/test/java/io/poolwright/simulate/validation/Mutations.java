package io.poolwright.simulate.validation;

import java.util.List;

/** One broken rule at least for each validation. */
final class Mutations {
    private Mutations() {}

    /** Those that every build tries: the pool's size, its timeout, sharing, and a request that is lost. */
    static List<Mutation> quick() {
        return all().stream()
                .filter(each -> each.validation() == 5 || each.validation() == 12 || each.validation() == 9)
                .toList();
    }

    static List<Mutation> all() {
        return List.of(
                Mutation.ofRun(
                        1,
                        "the pool serves first who came first",
                        "Pools.java",
                        "int attempt = waiters[pool].first();",
                        "int attempt = waiters[pool].last();"),
                Mutation.ofRun(
                        2,
                        "a pool has no more than its max",
                        "Pools.java",
                        "return pool < instances ? max : 0;",
                        "return pool < instances ? max + 1 : 0;"),
                Mutation.ofRun(
                        3,
                        "the balancer's queue ends at its limit",
                        "Balancer.java",
                        "if (queue.size() >= queueLimit) {",
                        "if (queue.size() > queueLimit) {"),
                Mutation.ofLaw(
                        4,
                        "a lognormal law has the mean it is given",
                        "Lognormal.java",
                        "Math.log(mean) - variance / 2",
                        "Math.log(mean) - variance / 4"),
                Mutation.ofRun(
                        5,
                        "a deadline is as long as it says",
                        "Deadline.java",
                        "engine.ring(kind, length)",
                        "engine.ring(kind, 1.05 * length)"),
                Mutation.ofEngine(
                        6,
                        "who leaves a line is not served",
                        "WaitingLine.java",
                        "        subjects[(int) place & (subjects.length - 1)] = -1;\n        size--;",
                        "        size--;"),
                Mutation.ofEngine(
                        7,
                        "n jobs get an n-th each",
                        "ProcessorSharing.java",
                        "capacity.applyAsDouble(n) / n;",
                        "capacity.applyAsDouble(n);"),
                Mutation.ofRun(
                        8,
                        "a job uses one core at most",
                        "Contention.java",
                        "return Math.min(n, cores) /",
                        "return cores /"),
                Mutation.ofRun(
                        9,
                        "crowding costs by n/c",
                        "Contention.java",
                        "beta * (n - cores) * n / cores : 0;",
                        "beta * (n - cores) : 0;"),
                Mutation.ofRun(
                        10,
                        "who finds an idle connection gets it",
                        "Pools.java",
                        "if (idle[pool].size() > 0) {\n            int",
                        "if (idle[pool].size() > 1) {\n            int"),
                Mutation.ofRun(
                        11,
                        "users think as long as they are said to",
                        "Clients.java",
                        "think * gaps.nextExponential()",
                        "2 * think * gaps.nextExponential()"),
                Mutation.ofRun(
                        12,
                        "there are as many users as are said to be",
                        "Clients.java",
                        "i < users; i++",
                        "i <= users + 2; i++"),
                Mutation.ofRun(
                        13,
                        "a statement outlives its client",
                        "Database.java",
                        "statements.notice[statement] = notice.start(statement);",
                        "engine.schedule(engine.now(), Kind.NOTICE, statement);"),
                Mutation.ofRun(
                        14,
                        "a request leaks with its probability",
                        "Pools.java",
                        "attempts.leakDraw[attempt] < leak",
                        "attempts.leakDraw[attempt] < 1.1 * leak"),
                Mutation.ofRun(
                        15,
                        "so many attempts come after the first",
                        "Clients.java",
                        "if (tries <= retries &&",
                        "if (tries < retries &&"),
                Mutation.ofRun(
                        16,
                        "every failure is counted",
                        "Reasons.java",
                        "        sum++;",
                        "        sum += failure == Failure.ACQUIRE_TIMEOUT ? 0 : 1;"),
                Mutation.ofRun(
                        16,
                        "no connection is opened beyond the max",
                        "Pools.java",
                        "if (totals[pool] + opening >= room(pool)) {",
                        "if (totals[pool] + opening > room(pool)) {"),
                Mutation.ofRun(
                        16,
                        "the area under a level is exact",
                        "Level.java",
                        "weighted -= now;",
                        "weighted -= now - 1e-6;"),
                Mutation.ofEngine(
                        16,
                        "processors are never idle while there is work",
                        "ProcessorSharing.java",
                        "done += work * size;",
                        "done += work * Math.min(size, 7);"),
                Mutation.ofEngine(
                        16,
                        "a seed gives one run",
                        "RandomStreams.java",
                        "SplitMix.at(seed, 1)",
                        "SplitMix.at(seed, System.nanoTime())"));
    }
}
