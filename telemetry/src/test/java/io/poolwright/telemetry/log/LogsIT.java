package io.poolwright.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.haproxy.HaproxyLog;
import io.poolwright.telemetry.nginx.NginxLog;
import io.poolwright.telemetry.real.HeldServer;
import io.poolwright.telemetry.real.Look;
import io.poolwright.telemetry.real.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that the real products write. */
class LogsIT {
    private static final Owner LB = new Owner("lb", "");

    @TempDir
    private Path folder;

    @Test
    void haproxyLogsThoseWhoWaitedInVain() throws Exception {
        String haproxy = Program.needed("/usr/sbin/haproxy", "/usr/bin/haproxy");
        int front = Program.freePort();
        try (HeldServer shop = new HeldServer()) {
            Program.write(folder.resolve("haproxy.cfg"), """
                    global
                        log stdout format raw daemon
                    defaults
                        mode http
                        log global
                        option httplog
                        timeout connect 1s
                        timeout client 30s
                        timeout server 30s
                        timeout queue 400ms
                    frontend edge
                        bind 127.0.0.1:%d
                        default_backend shop
                    backend shop
                        server shop-1 127.0.0.1:%d maxconn 2
                    """.formatted(front, shop.port()));
            try (Program program = Program.start(folder, haproxy, "-db", "-f", "haproxy.cfg")
                            .listening(front);
                    LiveLog log = HaproxyLog.follow(LB, folder.resolve("out.log"))) {
                Look.at(log);
                for (int i = 0; i < 5; i++) {
                    shop.customer(front, "/");
                }
                Seen late = Look.until(log, it -> Look.find(it, Tier.SERVER, "shop")
                        .filter(pool -> pool.raw(Signal.TIMEOUTS) == 3)
                        .isPresent());
                shop.letGo();
                Reading server = Look.reading(
                        Look.until(log, it -> Look.find(it, Tier.SERVER, "shop/shop-1")
                                .filter(pool -> pool.raw(Signal.USES) == 2)
                                .isPresent()),
                        Tier.SERVER,
                        "shop/shop-1");

                assertThat(Look.reading(late, Tier.SERVER, "shop").raw(Signal.WAIT_SECONDS))
                        .isBetween(1.1, 3.0);
                assertThat(server.raw(Signal.USE_SECONDS)).isGreaterThan(0.5);
                assertThat(server.get(Signal.TIMEOUTS)).hasValue(0);
                assertThat(Look.at(log).notices()).extracting(Notice::kind).doesNotContain(Notice.Kind.NONSENSE);
                assertThat(program.said()).contains("sQ--");
            }
        }
    }

    @Test
    void nginxLogsItsTimesTowardsUpstreams() throws Exception {
        String nginx = Program.needed("/usr/sbin/nginx");
        int web = Program.freePort();
        int nobody = Program.freePort();
        String format =
                "$remote_addr [$time_local] \"$request\" $status $request_time $upstream_connect_time $upstream_response_time \"$upstream_addr\" $upstream_status";
        try (HeldServer shop = new HeldServer()) {
            shop.letGo();
            Program.write(folder.resolve("nginx.conf"), """
                    %sdaemon off;
                    error_log stderr;
                    pid nginx.pid;
                    events { worker_connections 64; }
                    http {
                        client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi;
                        uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
                        log_format times '%3$s';
                        log_format named 'x urt=$upstream_response_time uct=$upstream_connect_time uaddr=$upstream_addr';
                        access_log %2$s/access.log times;
                        access_log %2$s/named.log named;
                        upstream shop { server 127.0.0.1:%4$d max_fails=0; server 127.0.0.1:%5$d max_fails=0; }
                        server { listen 127.0.0.1:%6$d; location / { proxy_pass http://shop; } }
                    }
                    """.formatted(
                            System.getProperty("user.name").equals("root") ? "user root;\n" : "",
                            folder,
                            format,
                            nobody,
                            shop.port(),
                            web));
            Files.writeString(folder.resolve("access.log"), "");
            Files.writeString(folder.resolve("named.log"), "");
            try (Program program = Program.start(
                                    folder,
                                    nginx,
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    folder.resolve("nginx.conf").toString())
                            .listening(web);
                    LiveLog log = NginxLog.follow(LB, folder.resolve("access.log"), format);
                    LiveLog named = NginxLog.follow(LB, folder.resolve("named.log"))) {
                Look.at(log);
                Look.at(named);
                for (int i = 0; i < 4; i++) {
                    shop.customer(web, "/a");
                }

                for (LiveLog each : new LiveLog[] {log, named}) {
                    String address = "127.0.0.1:" + shop.port();
                    Seen seen = Look.until(each, it -> Look.find(it, Tier.SERVER, address)
                            .filter(pool -> pool.raw(Signal.BORROWS) == 4)
                            .isPresent());
                    assertThat(Look.reading(seen, Tier.SERVER, address).get(Signal.WAITS))
                            .hasValue(4);
                    Reading dead = Look.reading(seen, Tier.SERVER, "127.0.0.1:" + nobody);
                    assertThat(dead.raw(Signal.BORROWS)).isPositive();
                    assertThat(dead.get(Signal.WAITS)).isEmpty();
                    assertThat(seen.notices()).isEmpty();
                }
                assertThat(program.said()).contains("Connection refused");
            }
        }
    }
}
