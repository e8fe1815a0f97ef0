package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;

import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Demand;
import java.util.List;

/** What no plan can do without, whoever made the model. */
final class Essentials {
    private Essentials() {}

    static void missing(StackModel model, List<String> reasons, List<String> measure) {
        if (model.get(CLIENT_RATE) == 0 || model.get(CLIENT_USERS) > 0) {
            reasons.add(
                    model.get(CLIENT_USERS) > 0
                            ? "customers who wait for their answers (client.users) set their own rate; a plan is for a rate"
                            : "client.rate is not known: how many requests a second must be held");
            measure.add(
                    "the rate of requests at the busiest minute: declare it (--rate), or record an hour with the peak in it");
        }
        if (Demand.of(model).hold() == 0) {
            reasons.add("the time that a request holds a connection is not known");
            measure.add("record the pool under load: its use time, as a histogram if it has one");
        }
    }
}
