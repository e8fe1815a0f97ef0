package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Setting;
import java.util.Locale;
import java.util.Objects;

/** How a number of a model came to be known. */
public sealed interface Known {

    /** For people: where it comes from. */
    String origin();

    /** Whether it was made up for want of anything better. */
    default boolean isAssumed() {
        return false;
    }

    /** In force by configuration, as its reader says: a file and line, or whose default. */
    static Known of(Setting<?> setting) {
        return setting.isDeclared() ? new Declared(setting.source()) : new Defaulted(setting.source());
    }

    /**
     * Written down by a person.
     *
     * @param origin file and line, and what the product makes of it when that is something else
     */
    record Declared(String origin) implements Known {
        public Declared {
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * Written nowhere; a product's default.
     *
     * @param origin such as {@code default of HikariCP 7.1}
     */
    record Defaulted(String origin) implements Known {
        public Defaulted {
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * Seen in force, or worked out from what was seen.
     *
     * @param how from what
     * @param low end of the 95 % interval, in the parameter's unit; the value itself when it was read and not estimated
     * @param high likewise
     */
    record Measured(String how, double low, double high) implements Known {
        public Measured {
            Objects.requireNonNull(how, "how");
        }

        @Override
        public String origin() {
            return low == high ? how : String.format(Locale.ROOT, "%s, 95 %% of %.4g to %.4g", how, low, high);
        }
    }

    /**
     * Nobody said; taken to be so.
     *
     * @param because why that is taken
     */
    record Assumed(String because) implements Known {
        public Assumed {
            Objects.requireNonNull(because, "because");
        }

        @Override
        public String origin() {
            return "assumed: " + because;
        }

        @Override
        public boolean isAssumed() {
            return true;
        }
    }
}
