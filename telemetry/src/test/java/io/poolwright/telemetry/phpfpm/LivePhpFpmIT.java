package io.poolwright.telemetry.phpfpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.nginx.LiveNginx;
import io.poolwright.telemetry.real.HeldServer;
import io.poolwright.telemetry.real.Look;
import io.poolwright.telemetry.real.Program;
import io.poolwright.telemetry.wire.Peer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PHP-FPM behind nginx: both are real, and every child is busy. */
class LivePhpFpmIT {
    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final Owner SHOP = new Owner("shop", "");

    @TempDir
    private Path folder;

    @Test
    void seesBusyChildrenAndThoseWhoWait() throws Exception {
        String fpm = Program.needed("/usr/sbin/php-fpm8.2", "/usr/sbin/php-fpm8.4");
        String nginx = Program.needed("/usr/sbin/nginx");
        int children = Program.freePort();
        int status = Program.freePort();
        int web = Program.freePort();
        Path socket = folder.resolve("other.sock");
        Program.write(folder.resolve("slow.php"), "<?php usleep(4000000); echo 'done';");
        Program.write(folder.resolve("fpm.conf"), """
                [global]
                daemonize = no
                error_log = /dev/stderr
                [www]
                %2$slisten = 127.0.0.1:%3$d
                pm = dynamic
                pm.max_children = 2
                pm.start_servers = 1
                pm.min_spare_servers = 1
                pm.max_spare_servers = 2
                pm.status_path = /status
                pm.status_listen = 127.0.0.1:%4$d
                [other]
                %2$slisten = %1$s
                pm = static
                pm.max_children = 3
                pm.status_path = /status
                """.formatted(socket, asRoot("user = root\n"), children, status));
        Program.write(
                folder.resolve("nginx.conf"), """
                %sdaemon off;
                error_log stderr;
                pid nginx.pid;
                events { worker_connections 64; }
                http {
                    access_log off;
                    client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        location = /nginx { stub_status; }
                        location = /fpm {
                            fastcgi_pass 127.0.0.1:%4$d;
                            fastcgi_param SCRIPT_NAME /status; fastcgi_param SCRIPT_FILENAME /status;
                            fastcgi_param REQUEST_METHOD GET; fastcgi_param QUERY_STRING $query_string;
                        }
                        location / {
                            fastcgi_pass 127.0.0.1:%5$d;
                            fastcgi_param SCRIPT_FILENAME %2$s/slow.php; fastcgi_param REQUEST_METHOD GET;
                        }
                    }
                }
                """.formatted(asRoot("user root;\n"), folder, web, status, children));
        Path own = Files.createDirectory(folder.resolve("nginx"));
        String[] php = System.getProperty("user.name").equals("root")
                ? new String[] {fpm, "-R", "-y", folder.resolve("fpm.conf").toString()}
                : new String[] {fpm, "-y", folder.resolve("fpm.conf").toString()};
        try (Program children2 = Program.start(folder, php).listening(status);
                Program server = Program.start(
                                own,
                                nginx,
                                "-p",
                                own.toString(),
                                "-c",
                                folder.resolve("nginx.conf").toString())
                        .listening(web);
                HeldServer customers = new HeldServer()) {
            LivePhpFpm direct =
                    new LivePhpFpm(SHOP, StatusSource.fastCgi(Peer.tcp("127.0.0.1", status), "/status", DEADLINE));
            LivePhpFpm page = new LivePhpFpm(SHOP, StatusSource.page(page(web, "/fpm?json")));
            LivePhpFpm overUnix = new LivePhpFpm(SHOP, StatusSource.fastCgi(Peer.unix(socket), "/status", DEADLINE));
            LivePhpFpm wrong = new LivePhpFpm(SHOP, StatusSource.fastCgi(Peer.unix(socket), "/wrong", DEADLINE));
            Look.at(direct);
            record(status);
            for (int i = 0; i < 6; i++) {
                customers.customer(web, "/");
            }

            Seen seen = Look.until(
                    direct,
                    it -> it.readings().get(0).raw(Signal.PENDING) >= 3
                            && it.readings().get(0).raw(Signal.USED) == 2);

            Reading pool = Look.reading(seen, Tier.WORKERS, "www");
            assertThat(pool.get(Signal.USED)).hasValue(2);
            assertThat(pool.get(Signal.IDLE)).hasValue(0);
            assertThat(pool.get(Signal.MAX)).isEmpty();
            assertThat(pool.reason(Signal.MAX)).contains("pm.max_children");
            assertThat(Look.at(page).readings().get(0).get(Signal.USED)).hasValue(2);
            Look.until(direct, it -> it.readings().get(0).raw(Signal.BORROWS) >= 2);

            Reading other = Look.reading(Look.at(overUnix), Tier.WORKERS, "other");
            assertThat(other.get(Signal.MAX)).hasValue(3);
            assertThat(other.get(Signal.PENDING)).isEmpty();
            assertThat(other.reason(Signal.PENDING)).contains("'listen queue len' is 0");
            assertThat(wrong.collect().toString()).contains(socket + "/wrong");

            Reading front = Look.reading(Look.at(new LiveNginx(SHOP, page(web, "/nginx"))), Tier.FRONTEND, "nginx");
            assertThat(front.raw(Signal.USED)).isGreaterThanOrEqualTo(7);
            assertThat(front.get(Signal.REFUSED)).hasValue(0);
            assertThat(front.raw(Signal.BORROWS)).isPositive();
            assertThat(front.reason(Signal.MAX)).contains("worker_connections");

            LivePhpFpm counting =
                    new LivePhpFpm(SHOP, StatusSource.fastCgi(Peer.tcp("127.0.0.1", status), "/status", DEADLINE));
            assertThat(Look.at(counting).notices()).extracting(Notice::kind).isEmpty();
            assertThat(server.said() + children2.said()).contains("max_children");
        }
    }

    private static String asRoot(String line) {
        return System.getProperty("user.name").equals("root") ? line : "";
    }

    private static void record(int status) throws Exception {
        String to = System.getProperty("record.to", "");
        if (!to.isEmpty()) {
            Files.write(
                    Path.of(to, "php-fpm-8.2.json"),
                    StatusSource.fastCgi(Peer.tcp("127.0.0.1", status), "/status", DEADLINE)
                            .read());
        }
    }

    private static HttpPage page(int port, String path) {
        return new HttpPage(
                URI.create("http://127.0.0.1:%d%s".formatted(port, path)), DEADLINE, StatusSource.MOST_BYTES);
    }
}
