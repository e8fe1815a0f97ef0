package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.stack.ShopDatabase;

/** The orders index is dropped: each checkout reads the whole table. At 40 requests/s the machine still bears it. */
public final class MissingIndex implements Fault {

    @Override
    public String id() {
        return "missing-index";
    }

    @Override
    public String title() {
        return "the index that finds a customer's orders is gone";
    }

    @Override
    public String expectedCause() {
        return "slow-query";
    }

    @Override
    public double rate() {
        return 40;
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        Sql.run(stack, "DROP INDEX IF EXISTS orders_customer_created");
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        Sql.run(stack, ShopDatabase.CREATE_INDEX);
    }
}
