package io.poolwright.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One Grafana dashboard: every pool against its limit, in the order of a request. Source: Grafana's dashboard JSON model, version 39. */
public final class GrafanaDashboard {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    private static final List<Panel> PANELS = List.of(
            new Panel(
                    "Balancer: slots used of each server's maxconn",
                    "percentunit",
                    "haproxy_server_current_sessions / (haproxy_server_limit_sessions > 0)",
                    "{{proxy}}/{{server}}"),
            new Panel(
                    "Balancer: requests that wait for a slot",
                    "short",
                    "haproxy_server_current_queue",
                    "{{proxy}}/{{server}}"),
            new Panel(
                    "Workers: busy of their limit",
                    "percentunit",
                    "tomcat_threads_busy_threads / (tomcat_threads_config_max_threads > 0)",
                    "{{instance}} {{name}}"),
            new Panel(
                    "Pool: used of its limit (load line 85 %)",
                    "percentunit",
                    "hikaricp_connections_active / (hikaricp_connections_max > 0)",
                    "{{instance}} {{pool}}"),
            new Panel("Pool: callers that wait", "short", "hikaricp_connections_pending", "{{instance}} {{pool}}"),
            new Panel(
                    "Pool: mean wait for a connection",
                    "s",
                    "rate(hikaricp_connections_acquire_seconds_sum[1m]) / (rate(hikaricp_connections_acquire_seconds_count[1m]) > 0)",
                    "{{instance}} {{pool}}"),
            new Panel(
                    "Pool: callers that gave up waiting",
                    "short",
                    "rate(hikaricp_connections_timeout_total[1m])",
                    "{{instance}} {{pool}}"),
            new Panel(
                    "Pool: mean time in use",
                    "s",
                    "rate(hikaricp_connections_usage_seconds_sum[1m]) / (rate(hikaricp_connections_usage_seconds_count[1m]) > 0)",
                    "{{instance}} {{pool}}"),
            new Panel(
                    "Pooler: clients that wait",
                    "short",
                    "pgbouncer_pools_client_waiting_connections",
                    "{{database}} {{user}}"),
            new Panel(
                    "Database: client slots used",
                    "percentunit",
                    "sum by (instance) (pg_stat_activity_count{backend_type=~\"client backend|\"})"
                            + " / on (instance) (pg_settings_max_connections - pg_settings_superuser_reserved_connections)",
                    "{{instance}}"));

    private GrafanaDashboard() {}

    private record Panel(String title, String unit, String expr, String legend) {}

    /** The dashboard's text. */
    public static String text() {
        ObjectNode board = JSON.createObjectNode();
        board.put("title", "Poolwright: every pool against its limit");
        board.put("uid", "poolwright-pools");
        board.put("schemaVersion", 39);
        board.put("editable", true);
        board.put("refresh", "10s");
        board.putObject("time").put("from", "now-1h").put("to", "now");
        ObjectNode source = board.putObject("templating").putArray("list").addObject();
        source.put("name", "source")
                .put("type", "datasource")
                .put("query", "prometheus")
                .put("label", "Prometheus");
        ArrayNode panels = board.putArray("panels");
        for (int i = 0; i < PANELS.size(); i++) {
            panel(panels.addObject(), PANELS.get(i), i);
        }
        try {
            return JSON.writeValueAsString(board) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dashboard of our own making", e);
        }
    }

    private static void panel(ObjectNode node, Panel panel, int place) {
        node.put("id", place + 1).put("type", "timeseries").put("title", panel.title());
        node.putObject("gridPos")
                .put("h", HEIGHT)
                .put("w", WIDTH)
                .put("x", place % 2 * WIDTH)
                .put("y", place / 2 * HEIGHT);
        node.putObject("datasource").put("type", "prometheus").put("uid", "${source}");
        ObjectNode defaults = node.putObject("fieldConfig").putObject("defaults");
        defaults.put("unit", panel.unit()).put("min", 0);
        defaults.putObject("custom").put("spanNulls", false); // what is unknown stays a gap
        if (panel.unit().equals("percentunit")) {
            ArrayNode steps =
                    defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
            steps.addObject().putNull("value").put("color", "green");
            steps.addObject().put("value", 0.85).put("color", "orange");
            steps.addObject().put("value", 1).put("color", "red");
        }
        node.putArray("targets")
                .addObject()
                .put("refId", "A")
                .put("expr", panel.expr())
                .put("legendFormat", panel.legend());
    }
}
