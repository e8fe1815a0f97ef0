package io.poolwright.telemetry.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from pages as the products' documentation has them: these products were not run to write them. */
class WrittenPagesTest {
    @Test
    void agroalTellsAllButItsLimit() {
        Page page = Page.of(
                "agroal_active_count{datasource=\"default\"} 3.0",
                "agroal_available_count{datasource=\"default\"} 2.0",
                "agroal_awaiting_count{datasource=\"default\"} 1.0",
                "agroal_acquire_count_total{datasource=\"default\"} 40.0",
                "agroal_blocking_time_total_milliseconds{datasource=\"default\"} 500.0",
                "agroal_creation_count_total{datasource=\"default\"} 5.0",
                "agroal_creation_time_total_milliseconds{datasource=\"default\"} 250.0",
                "agroal_leak_detection_count_total{datasource=\"default\"} 2.0");
        Reading pool = page.pool();

        assertThat(pool.get(Signal.USED)).hasValue(3);
        assertThat(pool.get(Signal.TOTAL)).hasValue(5);
        assertThat(pool.get(Signal.PENDING)).hasValue(1);
        assertThat(pool.get(Signal.WAIT_SECONDS)).hasValue(0.5);
        assertThat(pool.get(Signal.WAITS)).hasValue(40);
        assertThat(pool.get(Signal.CREATE_SECONDS)).hasValue(0.25);
        assertThat(pool.get(Signal.LEAKS)).hasValue(2);
        assertThat(pool.get(Signal.MAX)).isEmpty();
        assertThat(pool.reason(Signal.MAX))
                .isEqualTo("Agroal does not tell its limit: read quarkus.datasource.jdbc.max-size");
        assertThat(page.without("agroal_available").pool().get(Signal.TOTAL)).isEmpty();
    }

    @Test
    void anUnlimitedPoolOfSpringHasNoLimit() {
        Reading pool = Page.of(
                        "jdbc_connections_max{name=\"dataSource\"} -1.0",
                        "jdbc_connections_active{name=\"dataSource\"} 2.0")
                .pool();

        assertThat(pool.get(Signal.MAX)).isEmpty();
        assertThat(pool.reason(Signal.MAX)).isEqualTo("the pool has no limit (the page says -1)");
        assertThat(pool.get(Signal.USED)).hasValue(2);
    }

    @Test
    void aPoolThatIsToldTwiceIsOnePool() {
        Page hikari = Page.of(
                "hikaricp_connections_max{pool=\"HikariPool-1\"} 10",
                "hikaricp_connections_min{pool=\"HikariPool-1\"} 10",
                "hikaricp_connections_active{pool=\"HikariPool-1\"} 3");
        Page bean = Page.of(
                "jdbc_connections_max{name=\"dataSource\"} 10",
                "jdbc_connections_min{name=\"dataSource\"} 10",
                "jdbc_connections_active{name=\"dataSource\"} 3");
        Page tomcat =
                Page.of("jdbc_connections_max{name=\"reports\"} 100", "jdbc_connections_min{name=\"reports\"} 10");

        assertThat(Page.of(hikari.text(), bean.text()).pools()).containsOnlyKeys("pool/HikariPool-1");
        assertThat(Page.of(hikari.text(), bean.text(), tomcat.text()).pools())
                .containsOnlyKeys("pool/HikariPool-1", "pool/reports");
        assertThat(bean.pools()).containsOnlyKeys("pool/dataSource");
        List<Map<String, Reading>> lazily = Page.looks(bean, Page.of(hikari.text(), bean.text()));
        assertThat(lazily.get(1)).containsOnlyKeys("pool/HikariPool-1"); // it starts with its first connection
    }

    @Test
    void anAgentAndMicrometerTellOnePoolTogether() {
        Map<String, Reading> pools = Page.of(
                        "db_client_connections_max{pool_name=\"orders\"} 10",
                        "db_client_connections_timeouts_total{pool_name=\"orders\"} 4",
                        "hikaricp_connections_active{pool=\"orders\"} 3",
                        "hikaricp_connections_max{pool=\"orders\"} 10")
                .pools();

        assertThat(pools).containsOnlyKeys("pool/orders");
        assertThat(pools.get("pool/orders").get(Signal.TIMEOUTS)).hasValue(4);
        assertThat(pools.get("pool/orders").get(Signal.USED)).hasValue(3);
    }

    @Test
    void openTelemetrysNamesMayHaveDotsAndTheirUnitDecides() {
        Reading old = Page.of(
                        "{\"db.client.connections.usage\",\"pool.name\"=\"orders\",state=\"used\"} 3",
                        "db_client_connections_wait_time_milliseconds_sum{pool_name=\"orders\"} 500",
                        "db_client_connections_wait_time_milliseconds_count{pool_name=\"orders\"} 2",
                        "db_client_connections_use_time_seconds_sum{pool_name=\"orders\"} 2.5")
                .pool();
        Reading recent = Page.of(
                        "db_client_connection_count{db_client_connection_pool_name=\"orders\",db_client_connection_state=\"used\"} 3",
                        "db_client_connection_wait_time_seconds_sum{db_client_connection_pool_name=\"orders\"} 0.5",
                        "db_client_connection_wait_time_seconds_count{db_client_connection_pool_name=\"orders\"} 2")
                .pool();

        assertThat(old.get(Signal.USED)).hasValue(3);
        assertThat(old.get(Signal.WAIT_SECONDS)).hasValue(0.5);
        assertThat(old.get(Signal.USE_SECONDS)).hasValue(2.5);
        assertThat(recent.get(Signal.USED)).hasValue(3);
        assertThat(recent.get(Signal.WAIT_SECONDS)).hasValue(0.5);
        assertThat(recent.reason(Signal.MAX)).contains("does not tell its limit");
    }

    @Test
    void tomcatsThreadsAreUnknownWithAForeignExecutor() {
        Page page = Page.of(
                "tomcat_threads_busy_threads{name=\"http-nio-8080\"} 5.0",
                "tomcat_threads_current_threads{name=\"http-nio-8080\"} 10.0",
                "tomcat_threads_config_max_threads{name=\"http-nio-8080\"} 200.0",
                "tomcat_connections_current_connections{name=\"http-nio-8080\"} 12.0",
                "tomcat_connections_config_max_connections{name=\"http-nio-8080\"} 8192.0",
                "tomcat_global_request_seconds_count{name=\"http-nio-8080\"} 100",
                "tomcat_global_request_seconds_sum{name=\"http-nio-8080\"} 25.0",
                "tomcat_global_request_max_seconds{name=\"http-nio-8080\"} 9.0");
        Reading threads = page.pools().get("workers/http-nio-8080");

        assertThat(threads.get(Signal.USED)).hasValue(5);
        assertThat(threads.get(Signal.IDLE)).hasValue(5);
        assertThat(threads.get(Signal.MAX)).hasValue(200);
        assertThat(threads.get(Signal.USE_SECONDS)).hasValue(25);
        assertThat(threads.get(Signal.USE_MAX)).isEmpty(); // since the start, not of late
        assertThat(page.pools().get("frontend/http-nio-8080").get(Signal.MAX)).hasValue(8192);
        Reading virtual = page.with("tomcat_threads", "-1.0").pools().get("workers/http-nio-8080");
        assertThat(virtual.get(Signal.USED)).isEmpty();
        assertThat(virtual.reason(Signal.MAX)).contains("virtual threads");
        assertThat(virtual.get(Signal.IDLE)).isEmpty();
    }

    @Test
    void anExecutorWithoutALimitHasNone() {
        Page page = Page.of(
                "executor_active_threads{name=\"mail\"} 3",
                "executor_pool_size_threads{name=\"mail\"} 8",
                "executor_pool_max_threads{name=\"mail\"} 8",
                "executor_queued_tasks{name=\"mail\"} 5",
                "executor_completed_tasks_total{name=\"mail\"} 90");

        assertThat(page.pool().get(Signal.MAX)).hasValue(8);
        assertThat(page.pool().get(Signal.PENDING)).hasValue(5);
        assertThat(page.pool().get(Signal.IDLE)).hasValue(5);
        assertThat(page.with("executor_pool_max", "2.147483647E9").pools()).isEmpty();
    }

    @Test
    void otherPoolsOfAJvmAreTold() {
        Map<String, Reading> pools = Page.of(
                        "jetty_threads_busy 3",
                        "jetty_threads_config_max 200",
                        "jetty_threads_jobs 4",
                        "httpcomponents_httpclient_pool_total_max{httpclient=\"stock\"} 20",
                        "httpcomponents_httpclient_pool_total_connections{httpclient=\"stock\",state=\"leased\"} 5",
                        "httpcomponents_httpclient_pool_total_connections{httpclient=\"stock\",state=\"available\"} 2",
                        "httpcomponents_httpclient_pool_total_pending{httpclient=\"stock\"} 1",
                        "r2dbc_pool_acquired_connections{name=\"reactive\"} 4",
                        "r2dbc_pool_max_allocated_connections{name=\"reactive\"} 10",
                        "r2dbc_pool_pending_connections{name=\"reactive\"} 2",
                        "commons_pool2_num_active_objects{name=\"pool\"} 6",
                        "commons_pool2_num_waiters_threads{name=\"pool\"} 1",
                        "tomcat_thread_busy_count{tomcat_thread_pool_name=\"http-nio-8081\"} 7",
                        "tomcat_thread_limit{tomcat_thread_pool_name=\"http-nio-8081\"} 50")
                .pools();

        assertThat(pools.get("workers/jetty").get(Signal.PENDING)).hasValue(4);
        assertThat(pools.get("http-client/stock").get(Signal.TOTAL)).hasValue(7);
        assertThat(pools.get("http-client/stock").get(Signal.PENDING)).hasValue(1);
        assertThat(pools.get("pool/reactive").get(Signal.MAX)).hasValue(10);
        assertThat(pools.get("pool/pool").reason(Signal.MAX)).contains("maxTotal");
        assertThat(pools.get("workers/http-nio-8081").get(Signal.MAX)).hasValue(50);
    }

    @Test
    void envoysLimitIsKnownOnlyWhereItIsTracked() {
        String label = "{envoy_cluster_name=\"shop\"} ";
        Page page = Page.of(
                "envoy_cluster_upstream_cx_active" + label + "7",
                "envoy_cluster_upstream_rq_pending_active" + label + "2",
                "envoy_cluster_upstream_rq_pending_overflow" + label + "3",
                "envoy_cluster_circuit_breakers_default_cx_open" + label + "0",
                "envoy_cluster_circuit_breakers_default_remaining_cx" + label + "0",
                "envoy_cluster_upstream_rq_time_sum" + label + "2500",
                "envoy_cluster_upstream_rq_time_count" + label + "100");

        assertThat(page.pool().get(Signal.MAX)).isEmpty();
        assertThat(page.pool().reason(Signal.MAX)).contains("track_remaining: true");
        assertThat(page.pool().get(Signal.PENDING)).hasValue(2);
        assertThat(page.pool().get(Signal.REFUSED)).hasValue(3);
        assertThat(page.pool().get(Signal.USE_SECONDS).orElseThrow()).isCloseTo(2.5, within(1e-9));
        assertThat(page.with("envoy_cluster_circuit_breakers_default_remaining_cx", "3")
                        .pool()
                        .get(Signal.MAX))
                .hasValue(10);
        assertThat(page.with("envoy_cluster_circuit_breakers_default_cx_open", "1")
                        .pool()
                        .get(Signal.MAX))
                .hasValue(7);
    }

    @Test
    void thePoolsOfPgbouncerHaveTheLimitOfTheirDatabase() {
        Page page = Page.of(
                "pgbouncer_pools_server_active_connections{database=\"shop\",user=\"app\"} 3",
                "pgbouncer_pools_server_idle_connections{database=\"shop\",user=\"app\"} 1",
                "pgbouncer_pools_server_used_connections{database=\"shop\",user=\"app\"} 1",
                "pgbouncer_pools_server_testing_connections{database=\"shop\",user=\"app\"} 0",
                "pgbouncer_pools_server_login_connections{database=\"shop\",user=\"app\"} 1",
                "pgbouncer_pools_client_waiting_connections{database=\"shop\",user=\"app\"} 4",
                "pgbouncer_pools_client_maxwait_seconds{database=\"shop\",user=\"app\"} 0.5",
                "pgbouncer_pools_server_active_connections{database=\"pgbouncer\",user=\"pgbouncer\"} 0",
                "pgbouncer_databases_pool_size{name=\"shop\",database=\"shop_live\",host=\"db\"} 20",
                "pgbouncer_stats_totals_client_wait_seconds_total{database=\"shop\"} 12.5",
                "pgbouncer_stats_totals_sql_transactions_pooled_total{database=\"shop\"} 100",
                "pgbouncer_config_max_client_connections 50",
                "pgbouncer_used_clients 7");
        Reading pool = page.pools().get("pooler/shop/app");

        assertThat(page.pools()).containsOnlyKeys("pooler/shop/app", "frontend/pgbouncer");
        assertThat(pool.get(Signal.MAX)).hasValue(20);
        assertThat(pool.get(Signal.USED)).hasValue(4);
        assertThat(pool.get(Signal.IDLE)).hasValue(2);
        assertThat(pool.get(Signal.TOTAL)).hasValue(6);
        assertThat(pool.get(Signal.PENDING)).hasValue(4);
        assertThat(pool.get(Signal.WAIT_MAX)).hasValue(0.5);
        assertThat(pool.get(Signal.WAIT_SECONDS)).hasValue(12.5);
        assertThat(pool.get(Signal.BORROWS)).hasValue(100);

        Map<String, Reading> two = page.and(
                        "pgbouncer_pools_server_active_connections{database=\"shop\",user=\"batch\"} 1")
                .pools();
        assertThat(two.get("pooler/shop/batch").get(Signal.MAX)).hasValue(20);
        assertThat(two.get("pooler/shop/app").get(Signal.WAIT_SECONDS)).isEmpty();
        assertThat(two.get("pooler/shop/app").reason(Signal.WAIT_SECONDS))
                .isEqualTo("it is told for shop as a whole, which has 2 pools");
    }

    @Test
    void phpFpmTellsItsChildrenThroughEitherExporter() {
        Reading one = Page.of(
                        "phpfpm_active_processes{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 5",
                        "phpfpm_idle_processes{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 3",
                        "phpfpm_total_processes{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 8",
                        "phpfpm_listen_queue{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 2",
                        "phpfpm_listen_queue_length{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 511",
                        "phpfpm_accepted_connections{pool=\"www\",scrape_uri=\"tcp://127.0.0.1:9000/status\"} 900")
                .pool();
        Reading other = Page.of(
                        "phpfpm_processes_total{state=\"active\"} 5",
                        "phpfpm_processes_total{state=\"idle\"} 3",
                        "phpfpm_listen_queue_connections 0",
                        "phpfpm_listen_queue_length_connections 0",
                        "phpfpm_accepted_connections_total 900")
                .pool();

        assertThat(one.pool().name()).isEqualTo("www");
        assertThat(one.get(Signal.PENDING)).hasValue(2);
        assertThat(one.reason(Signal.MAX)).contains("pm.max_children");
        assertThat(other.get(Signal.TOTAL)).hasValue(8);
        assertThat(other.get(Signal.BORROWS)).hasValue(900);
        assertThat(other.get(Signal.PENDING)).isEmpty();
        assertThat(other.reason(Signal.PENDING)).contains("cannot see its listen queue");
    }

    @Test
    void nginxVtsDoesNotCountTheTotalTwice() {
        Map<String, Reading> pools = Page.of(
                        "nginx_vts_main_connections{status=\"active\"} 9",
                        "nginx_vts_main_connections{status=\"accepted\"} 100",
                        "nginx_vts_main_connections{status=\"handled\"} 98",
                        "nginx_vts_upstream_requests_total{upstream=\"shop\",backend=\"10.0.0.1:80\",code=\"2xx\"} 70",
                        "nginx_vts_upstream_requests_total{upstream=\"shop\",backend=\"10.0.0.1:80\",code=\"5xx\"} 5",
                        "nginx_vts_upstream_requests_total{upstream=\"shop\",backend=\"10.0.0.1:80\",code=\"total\"} 75",
                        "nginx_vts_upstream_response_seconds_total{upstream=\"shop\",backend=\"10.0.0.1:80\"} 12.5")
                .pools();

        assertThat(pools.get("frontend/nginx").get(Signal.REFUSED)).hasValue(2);
        assertThat(pools.get("server/shop/10.0.0.1:80").get(Signal.BORROWS)).hasValue(75);
        assertThat(pools.get("server/shop/10.0.0.1:80").get(Signal.USE_SECONDS)).hasValue(12.5);
        assertThat(pools.get("server/shop/10.0.0.1:80").reason(Signal.PENDING)).contains("access log");
    }

    @Test
    void wildflyTellsItsWorkersAndItsDataSources() {
        Map<String, Reading> pools = Page.of(
                        "wildfly_io_busy_task_thread_count{worker=\"default\"} 12.0",
                        "wildfly_io_max_pool_size{worker=\"default\"} 16.0",
                        "wildfly_io_queue_size{worker=\"default\"} 3.0",
                        "wildfly_datasources_pool_in_use_count{data_source=\"orders\"} 4",
                        "wildfly_datasources_pool_active_count{data_source=\"orders\"} 6",
                        "wildfly_datasources_pool_timed_out_total{data_source=\"orders\"} 2")
                .pools();

        assertThat(pools.get("workers/default").get(Signal.MAX)).hasValue(16);
        assertThat(pools.get("workers/default").get(Signal.PENDING)).hasValue(3);
        assertThat(pools.get("pool/orders").get(Signal.USED)).hasValue(4);
        assertThat(pools.get("pool/orders").get(Signal.IDLE)).hasValue(2);
        assertThat(pools.get("pool/orders").get(Signal.TIMEOUTS)).hasValue(2);
        assertThat(pools.get("pool/orders").reason(Signal.MAX)).contains("max-pool-size");
    }

    @Test
    void vertxTellsItsLimitWhileItIsBusy() {
        Page page = Page.of(
                "worker_pool_active{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 5.0",
                "worker_pool_idle{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 15.0",
                "worker_pool_ratio{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 0.25",
                "worker_pool_queue_size{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 1.0",
                "worker_pool_queue_delay_seconds_sum{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 0.5",
                "worker_pool_rejected_total{pool_name=\"vert.x-worker-thread\",pool_type=\"worker\"} 2.0");

        assertThat(page.pool().get(Signal.MAX)).hasValue(20);
        assertThat(page.pool().get(Signal.WAIT_SECONDS)).hasValue(0.5);
        assertThat(page.pool().get(Signal.REFUSED)).hasValue(2);
        assertThat(page.with("worker_pool_active", "0")
                        .with("worker_pool_ratio", "0")
                        .pool()
                        .reason(Signal.MAX))
                .contains("while a worker is busy");
    }

    @Test
    void poolsOfReactorNettyThatDifferInTheirIdAloneAreAdded() {
        String one = "{id=\"-123\",name=\"http\",remote_address=\"10.0.0.1:80\"} ";
        String two = "{id=\"456\",name=\"http\",remote_address=\"10.0.0.1:80\"} ";
        Reading pool = Page.of(
                        "reactor_netty_connection_provider_active_connections" + one + "3",
                        "reactor_netty_connection_provider_active_connections" + two + "4",
                        "reactor_netty_connection_provider_max_connections" + one + "500",
                        "reactor_netty_connection_provider_max_connections" + two + "500",
                        "reactor_netty_connection_provider_pending_connections" + one + "2")
                .pool();

        assertThat(pool.pool().name()).isEqualTo("http/10.0.0.1:80");
        assertThat(pool.get(Signal.USED)).hasValue(7);
        assertThat(pool.get(Signal.MAX)).hasValue(1000);
        assertThat(pool.get(Signal.PENDING)).hasValue(2);
    }
}
