package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.PoolKey;

/** Ids of elements, made of names that may hold anything. */
final class Keys {
    private Keys() {}

    static String id(String name) {
        String key = PoolKey.of(new PoolId(name, "", Tier.POOL, ""));
        return key.substring(0, key.indexOf('~'));
    }
}
