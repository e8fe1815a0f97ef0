package io.poolwright.drill.balancer;

import java.util.concurrent.atomic.LongAdder;

/** What is counted since start, for one server or for all of them together. */
final class Counts {
    final LongAdder sessions = new LongAdder();
    final LongAdder serverErrors = new LongAdder();
    final LongAdder connectErrors = new LongAdder();
    final LongAdder retries = new LongAdder();
    final RecentMean queueTime = new RecentMean();
    final RecentMean responseTime = new RecentMean();
}
