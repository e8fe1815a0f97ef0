package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.List;

/** What people try first in an outage, whether it helps or not: twice as much of everything. */
final class Remedies {
    private static final List<Parameter> DOUBLED =
            List.of(APP_INSTANCES, APP_WORKERS, POOL_MAX, LB_MAXCONN, DB_CORES, POOL_ACQUIRE_TIMEOUT, CLIENT_TIMEOUT);

    private Remedies() {}

    static List<Change> of(StackModel model) {
        List<Change> remedies = new ArrayList<>();
        for (Parameter parameter : DOUBLED) {
            double present = Edit.of(parameter, model.get(parameter)).present(model);
            if (Double.isFinite(present)) {
                remedies.add(Change.of(parameter, 2 * present));
            }
        }
        remedies.add(new Change(List.of(Edit.queries(0.5))));
        return remedies;
    }
}
