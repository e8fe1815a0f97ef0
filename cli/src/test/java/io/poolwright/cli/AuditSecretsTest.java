package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Sixty secrets planted in files of every format, well-formed and broken: not one of them comes out anywhere. */
final class AuditSecretsTest {
    private static final Pattern CANARY = Pattern.compile("canary[0-9]+x");

    @TempDir
    private Path folder;

    private int planted;

    /** Every {@code §} in a text becomes a secret of its own. */
    private String plant(String text) {
        StringBuilder out = new StringBuilder();
        for (String part : text.split("(?<=§)|(?=§)", -1)) {
            out.append(part.equals("§") ? "canary" + planted++ + "x" : part);
        }
        return out.toString();
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("app/src/main/resources/application.properties", """
                spring.datasource.url=jdbc:postgresql://db:5432/shop?user=shop&password=§&sslpassword=§&socketTimeout=0
                spring.datasource.username=shop
                spring.datasource.password=§
                spring.datasource.hikari.max-lifetime=500
                spring.datasource.hikari.data-source-properties.password=§
                spring.redis.password=§
                spring.mail.password=§
                server.ssl.key-store-password=§
                my.api-key=§
                my.client.secret=§
                jwt.token=§
                """);
        files.put("other/application.yml", """
                spring:
                  datasource:
                    url: "jdbc:mysql://root:§@db:3306/shop?password=§"
                    password: '§'
                    hikari:
                      maximum-pool-size: 200
                      connection-timeout: 0
                      password: §
                  r2dbc:
                    url: r2dbc:postgresql://shop:§@db/shop
                    password: §
                """);
        files.put("docker-compose.yml", """
                services:
                  app:
                    image: shop
                    environment:
                      - SPRING_DATASOURCE_PASSWORD=§
                      - DB_PASSWORD=§
                      - DATABASE_URL=postgres://shop:§@db:5432/shop
                    command: --spring.datasource.password=§ --spring.datasource.hikari.max-lifetime=1
                  db:
                    image: postgres:15
                    environment:
                      POSTGRES_PASSWORD: §
                      PGPASSWORD: "§"
                  maria:
                    image: mariadb:11
                    environment:
                      MYSQL_ROOT_PASSWORD: §
                      MARIADB_PASSWORD: §
                """);
        files.put("k8s/app.yaml", """
                apiVersion: v1
                kind: Secret
                metadata: {name: db}
                stringData:
                  password: §
                data:
                  token: §
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  replicas: 3
                  template:
                    metadata: {labels: {app: app}}
                    spec:
                      containers:
                        - name: app
                          image: shop
                          env:
                            - name: SPRING_DATASOURCE_PASSWORD
                              value: §
                            - name: SPRING_DATASOURCE_URL
                              value: jdbc:postgresql://db/shop?password=§
                          args: ["--spring.datasource.password=§"]
                """);
        files.put("haproxy.cfg", """
                global
                    stats socket /run/haproxy.sock
                defaults
                    mode http
                    timeout client 30s
                    timeout queue 90s
                    timeout server 30s
                userlist people
                    user admin password §
                    user guest insecure-password §
                backend shop
                    stats auth admin:§
                    http-request set-header Authorization "Bearer §"
                    server one app:8080
                """);
        files.put("nginx.conf", """
                http {
                  upstream app { server app:8080; keepalive 16; }
                  server {
                    listen 80;
                    ssl_password_file /etc/§;
                    location / {
                      proxy_pass http://user:§@app:8080;
                      proxy_set_header Authorization "Basic §";
                      proxy_read_timeout 500s;
                    }
                  }
                }
                """);
        files.put("pgbouncer.ini", """
                [databases]
                shop = host=db port=5432 user=shop password=§ dbname=shop
                * = host=db password='§'
                [pgbouncer]
                pool_mode = transaction
                max_client_conn = 10
                auth_query = SELECT '§'
                """);
        files.put("userlist.txt", "\"shop\" \"§\"\n\"admin\" \"SCRAM-SHA-256$§\"\n");
        files.put("proxysql.cnf", """
                admin_variables= { admin_credentials="admin:§" }
                mysql_variables= { monitor_password="§" max_connections=10 }
                mysql_users= ( { username = "shop" , password = "§" } )
                """);
        files.put("my.cnf", "[client]\npassword=§\n[mysqld]\nmax_connections = 10\nwait_timeout = 20\n");
        files.put(
                "postgresql.conf",
                "max_connections = 20\nprimary_conninfo = 'host=a password=§'\nssl_passphrase_command = 'echo §'\n");
        files.put("www.conf", "[www]\npm = dynamic\npm.max_children = 500\nenv[DB_PASSWORD] = §\nlisten = 9000\n");
        files.put("wp-config.php", """
                <?php
                define( 'DB_NAME', 'wp' );
                define( 'DB_PASSWORD', '§' );
                define( 'DB_HOST', 'maria' );
                define( 'AUTH_KEY', '§' );
                define( 'SECURE_AUTH_SALT', '§' );
                define( 'LOGGED_IN_KEY', '§' );
                define( 'NONCE_SALT', '§' );
                require_once ABSPATH . 'wp-settings.php';
                """);
        files.put("tomcat/context.xml", """
                <Context>
                  <Resource name="jdbc/shop" type="javax.sql.DataSource" username="shop" password="§" maxTotal="500"
                            url="jdbc:mysql://db:3306/shop?user=shop&amp;password=§" connectionProperties="password=§"/>
                </Context>
                """);
        files.put("envoy.yaml", """
                static_resources:
                  clusters:
                    - name: app
                      connect_timeout: 1s
                      transport_socket: {name: tls, password: §, inline_string: §}
                """);
        files.put("broken/docker-compose.yml", "services:\n  app:\n    environment:\n      PASSWORD: \"§\n");
        files.put("broken/application.yml", "spring:\n  datasource:\n   password: §\n  - url: jdbc:mysql://a:§@b/c\n");
        files.put("broken/haproxy.cfg", "backend a\n  timeout server §\n  stats auth x:§ \"\n");
        files.put("broken/context.xml", "<Context><Resource password=\"§\"");
        return files;
    }

    @Test
    void notOneByteOfAnyComesOut() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve("stack").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, plant(file.getValue()));
        }
        Path out = folder.resolve("out");
        StringWriter printed = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(printed, true));
        line.setErr(new PrintWriter(printed, true));

        String stack = folder.resolve("stack").toString();
        line.execute(
                "audit",
                stack,
                "--level",
                "info",
                "--solve",
                "--fix",
                "--write-baseline",
                out.resolve("b.json").toString(),
                "--format",
                "text",
                "--format",
                "json=" + out.resolve("a.json"),
                "--format",
                "sarif=" + out.resolve("a.sarif"),
                "--format",
                "junit=" + out.resolve("a.xml"),
                "--format",
                "markdown=" + out.resolve("a.md"),
                "--format",
                "html=" + out.resolve("a.html"));
        line.execute("audit", "--env", "a=" + stack, "--env", "b=" + stack, "--format", "json", "--solve");

        assertThat(planted).isGreaterThanOrEqualTo(60);
        assertThat(printed.toString()).contains("exit code");
        assertNone(printed.toString());
        try (Stream<Path> files = Files.list(out)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(6);
            for (Path file : all) {
                assertNone(Files.readString(file));
            }
        }
    }

    private static void assertNone(String text) {
        assertThat(text.lines().filter(line -> CANARY.matcher(line).find())).isEmpty();
    }
}
