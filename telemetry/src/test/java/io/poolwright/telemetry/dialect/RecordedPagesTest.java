package io.poolwright.telemetry.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from pages that the products themselves wrote, kept beside this test. */
class RecordedPagesTest {
    @Test
    void haproxyTellsSlotsLinesAndMeans() {
        Page page = Page.recorded("haproxy-2.6.12.prom");
        Map<String, Reading> pools = page.pools();

        assertThat(pools)
                .containsOnlyKeys(
                        "frontend/web",
                        "frontend/stats",
                        "server/shop",
                        "server/shop/shop-1",
                        "server/shop/shop-2",
                        "server/stock",
                        "server/stock/stock-1");
        Reading full = pools.get("server/stock/stock-1");
        assertThat(full.get(Signal.USED)).hasValue(2);
        assertThat(full.get(Signal.MAX)).hasValue(2);
        assertThat(full.get(Signal.PENDING)).hasValue(0);
        assertThat(full.get(Signal.BORROWS)).isPresent();
        assertThat(full.reason(Signal.TIMEOUTS)).isEqualTo("HAProxy counts no queue timeouts: its log has them as sQ");
        assertThat(pools.get("server/stock").get(Signal.PENDING)).hasValue(7);
        assertThat(pools.get("server/stock").get(Signal.MAX)).hasValue(2);
        assertThat(pools.get("frontend/web").get(Signal.MAX)).hasValue(200);
    }

    @Test
    void aServerOfHaproxyWithoutMaxconnHasNoLimit() {
        Map<String, Reading> pools = Page.recorded("haproxy-2.6.12.prom").pools();

        assertThat(pools.get("server/shop/shop-2").get(Signal.MAX)).isEmpty();
        assertThat(pools.get("server/shop/shop-2").reason(Signal.MAX)).isEqualTo("the server has no maxconn");
        assertThat(pools.get("server/shop").get(Signal.MAX)).isEmpty();
        assertThat(pools.get("server/shop").reason(Signal.MAX)).isEqualTo("a server of the backend has no maxconn");
    }

    @Test
    void haproxysMeansAreStaleWhenNothingCame() {
        Page page = Page.recorded("haproxy-2.6.12.prom").with("haproxy_server_queue_time_average_seconds", "0.25");
        Page later = page.with("haproxy_server_sessions_total", "1000")
                .with("haproxy_server_total_time_average_seconds", "1.25");

        Reading still = Page.looks(page, page).get(1).get("server/stock/stock-1");
        Reading moved = Page.looks(page, later).get(1).get("server/stock/stock-1");

        assertThat(still.get(Signal.WAIT_MEAN)).isEmpty();
        assertThat(still.reason(Signal.WAIT_MEAN))
                .isEqualTo("a mean over the last 1024 requests says nothing while none comes");
        assertThat(moved.get(Signal.WAIT_MEAN)).hasValue(0.25);
        assertThat(moved.get(Signal.USE_MEAN)).hasValue(1);
    }

    @Test
    void theLineOfABackendIsUnknownWhenThePageHasOnlyServers() {
        Map<String, Reading> pools = Page.recorded("haproxy-2.6.12.prom")
                .without("haproxy_backend_current_queue")
                .pools();

        assertThat(pools.get("server/stock").get(Signal.PENDING)).isEmpty();
    }

    @Test
    void theOldExporterOfHaproxyTellsSlots() {
        Map<String, Reading> pools = Page.recorded("haproxy_exporter-0.14.prom").pools();

        assertThat(pools.get("server/stock/stock-1").get(Signal.USED)).hasValue(2);
        assertThat(pools.get("server/stock/stock-1").get(Signal.MAX)).hasValue(2);
        assertThat(pools.get("server/shop/shop-2").get(Signal.MAX)).isEmpty();
        assertThat(pools.get("frontend/web").get(Signal.MAX)).hasValue(200);
        assertThat(pools.get("server/stock/stock-1").reason(Signal.WAIT_MEAN)).contains("HAProxy's own metrics page");
    }

    @Test
    void nginxTellsItsClients() {
        Reading nginx = Page.recorded("nginx_exporter-0.11.prom").pool();

        assertThat(nginx.get(Signal.USED)).hasValue(1);
        assertThat(nginx.get(Signal.IDLE)).hasValue(0);
        assertThat(nginx.get(Signal.BORROWS)).hasValue(6);
        assertThat(nginx.get(Signal.REFUSED)).hasValue(0);
        assertThat(nginx.get(Signal.MAX)).isEmpty();
        assertThat(nginx.reason(Signal.MAX)).contains("worker_connections");
    }

    @Test
    void postgresTellsItsSlots() {
        Page page = Page.recorded("postgres_exporter-0.11.prom");
        Reading database = page.pool();

        assertThat(database.get(Signal.MAX)).hasValue(17); // 20, less 3 for superusers
        assertThat(database.get(Signal.USED)).hasValue(5);
        assertThat(page.without("pg_settings_superuser").pool().get(Signal.MAX)).isEmpty();
        Page odd = page.with("pg_stat_activity_count{datname=\"shop\"", "NaN");
        assertThat(odd.pool().get(Signal.USED)).hasValue(5); // from pg_stat_database
        assertThat(odd.without("pg_stat_database").pool().get(Signal.USED)).isEmpty();
    }

    @Test
    void onlyClientsOfPostgresTakeASlotWhereTheTypeIsTold() {
        Reading database = Page.of(
                        "pg_settings_max_connections 100",
                        "pg_settings_superuser_reserved_connections 3",
                        "pg_settings_reserved_connections 7",
                        "pg_stat_activity_count{datname=\"shop\",backend_type=\"client backend\",state=\"active\"} 4",
                        "pg_stat_activity_count{datname=\"shop\",backend_type=\"client backend\",state=\"idle\"} 5",
                        "pg_stat_activity_count{datname=\"shop\",backend_type=\"parallel worker\",state=\"active\"} 8")
                .pool();

        assertThat(database.get(Signal.USED)).hasValue(9);
        assertThat(database.get(Signal.MAX)).hasValue(90);
    }

    @Test
    void mysqlTellsItsSlotsAndWhomItTurnedAway() {
        Page page = Page.recorded("mysqld_exporter-0.14.prom");
        Reading database = page.pool();

        assertThat(database.get(Signal.MAX)).hasValue(12);
        assertThat(database.get(Signal.USED)).hasValue(7);
        assertThat(database.get(Signal.REFUSED)).hasValue(3);
        assertThat(page.without("mysql_global_variables").pool().reason(Signal.MAX))
                .contains("--collect.global_variables");
    }
}
