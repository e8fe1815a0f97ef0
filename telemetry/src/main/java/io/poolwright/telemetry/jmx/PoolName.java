package io.poolwright.telemetry.jmx;

import io.poolwright.model.live.Tier;
import java.util.Optional;

/** What a pool is called and where it stands, from its bean: two beans that tell of one pool must agree. */
final class PoolName {
    /** Attributes that are read for the name's sake. */
    static final String[] ATTRIBUTES = {"PoolName", "Name", "dataSourceName", "FactoryType"};

    private PoolName() {}

    static String of(Bean bean) {
        String type = bean.key("type");
        int open = type.indexOf(" (");
        if (open > 0 && type.endsWith(")")) {
            return type.substring(open + 2, type.length() - 1); // HikariCP: type=Pool (orders)
        }
        Optional<String> told = bean.text("PoolName");
        if (told.isPresent() && bean.name().getDomain().equals("com.zaxxer.hikari")) {
            return told.get(); // where Spring names the bean after the data source
        }
        String name = bean.key("name");
        if (!name.isEmpty() && !name.equals("dataSourceMBean")) {
            return name;
        }
        return bean.text("dataSourceName")
                .or(() -> bean.text("Name"))
                .orElseGet(() -> bean.name().toString().replace(",connectionpool=connections", ""));
    }

    /** A pool of a data source's connections stands with the data source. */
    static Tier tier(PoolBean kind, Bean bean) {
        boolean connections = !bean.key("connectionpool").isEmpty()
                || bean.text("FactoryType").filter(it -> it.contains(".dbcp")).isPresent();
        return kind.tier() == Tier.HTTP_CLIENT && connections ? Tier.POOL : kind.tier();
    }
}
