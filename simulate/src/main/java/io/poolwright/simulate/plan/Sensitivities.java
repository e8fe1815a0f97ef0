package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.DB_CORES;

import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the recommended settings come to when the load or the queries are not as they were taken to be. */
final class Sensitivities {
    private static final int MEMBERS = 4;

    private Sensitivities() {}

    static List<Sensitivity> of(Proving proving, Settings settings) {
        Map<String, UnaryOperator<StackModel>> otherwise = new LinkedHashMap<>();
        otherwise.put("20 % more requests", model -> model.with(CLIENT_RATE, 1.2 * model.get(CLIENT_RATE)));
        otherwise.put("20 % fewer requests", model -> model.with(CLIENT_RATE, 0.8 * model.get(CLIENT_RATE)));
        otherwise.put("queries half as long again", model -> queries(model, 1.5));
        otherwise.put("queries twice as long", model -> queries(model, 2));
        if (Double.isFinite(proving.members().get(0).model().get(DB_CORES))) {
            otherwise.put(
                    "half the database's processors",
                    model -> model.with(DB_CORES, Math.max(0.5, model.get(DB_CORES) / 2)));
        }
        List<Sensitivity> all = new ArrayList<>();
        otherwise.forEach((what, change) -> proving.rough(MEMBERS)
                .on(change)
                .score(settings)
                .ifPresent(score -> {
                    Outcome outcome = Outcome.predicted(score.peak(), proving.goal());
                    all.add(new Sensitivity(what, outcome, outcome.meets()));
                }));
        return List.copyOf(all);
    }

    private static StackModel queries(StackModel model, double factor) {
        return model.withDatabase(
                model.databaseCpu().scaled(factor), model.databaseWait().scaled(factor));
    }
}
