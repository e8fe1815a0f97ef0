package io.poolwright.cli.audit;

import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.TextFile;

/** What comes through standard input, given the name of a file so that the right reader takes it: known by its content. */
final class Pipe {
    private static final String PATH = "stdin";

    private Pipe() {}

    static SourceFile file(String text) {
        return new TextFile(PATH, name(text), text, 0);
    }

    private static String name(String text) {
        if (has(text, "apiVersion:") && has(text, "kind:")) {
            return "stdin.yaml";
        }
        if (text.stripLeading().startsWith("<?php") || text.contains("define(")) {
            return "wp-config.php";
        }
        if (text.contains("<Server") || text.contains("<Connector")) {
            return "server.xml";
        }
        if (text.contains("<Context")) {
            return "context.xml";
        }
        if (has(text, "services:")) {
            return "docker-compose.yml";
        }
        if (has(text, "static_resources:")) {
            return "envoy.yaml";
        }
        if (has(text, "spring:")) {
            return "application.yml";
        }
        if (has(text, "[pgbouncer]") || has(text, "[databases]")) {
            return "pgbouncer.ini";
        }
        if (has(text, "[mysqld]")) {
            return "my.cnf";
        }
        if (has(text, "pm.max_children") || has(text, "pm =") || has(text, "pm=")) {
            return "www.conf";
        }
        if (has(text, "frontend ") || has(text, "backend ") || (has(text, "listen ") && has(text, "defaults"))) {
            return "haproxy.cfg";
        }
        if (has(text, "upstream ") || has(text, "location ") || has(text, "server {") || has(text, "http {")) {
            return "nginx.conf";
        }
        if (has(text, "max_connections") || has(text, "shared_buffers")) {
            return "postgresql.conf";
        }
        return has(text, "spring.") || has(text, "server.") ? "application.properties" : "stdin.yaml";
    }

    /** Whether a line begins with this, spaces aside. */
    private static boolean has(String text, String start) {
        int at = text.indexOf(start);
        while (at >= 0) {
            int before = at - 1;
            while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
                before--;
            }
            if (before < 0 || text.charAt(before) == '\n') {
                return true;
            }
            at = text.indexOf(start, at + 1);
        }
        return false;
    }
}
