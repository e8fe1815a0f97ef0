package io.poolwright.simulate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who does independent tasks: one thread, or as many as the wiring has. */
public interface Workers {

    /** The results of the tasks, in the order of the tasks, whoever did them and in whichever order they ended. */
    <T> List<T> all(List<Supplier<T>> tasks);

    /** One after the other, in the caller's thread. */
    static Workers sequential() {
        return new Workers() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                List<T> results = new ArrayList<>(tasks.size());
                for (Supplier<T> task : tasks) {
                    results.add(task.get());
                }
                return results;
            }
        };
    }
}
