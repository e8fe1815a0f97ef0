package io.poolwright.telemetry.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.real.HeldServer;
import io.poolwright.telemetry.real.Program;
import io.poolwright.telemetry.wire.Peer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHaproxyIT {
    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final Owner SHOP = new Owner("shop", "");

    @TempDir
    private Path folder;

    @Test
    void seesSlotsQueueAndLimitsOfTheRealProduct() throws Exception {
        String haproxy = Program.needed("/usr/sbin/haproxy", "/usr/bin/haproxy");
        int front = Program.freePort();
        int stats = Program.freePort();
        int api = Program.freePort();
        Path socket = folder.resolve("api.sock");
        try (HeldServer shop = new HeldServer()) {
            Program.write(folder.resolve("haproxy.cfg"), """
                    global
                        maxconn 200
                        stats socket %s level user
                        stats socket ipv4@127.0.0.1:%d level user
                    defaults
                        mode http
                        timeout connect 1s
                        timeout client 30s
                        timeout server 30s
                        timeout queue 20s
                    frontend edge
                        bind 127.0.0.1:%d
                        maxconn 100
                        default_backend shop
                    backend shop
                        server shop-1 127.0.0.1:%d maxconn 2
                    frontend stats
                        bind 127.0.0.1:%d
                        stats enable
                        stats uri /stats
                    """.formatted(socket, api, front, shop.port(), stats));
            try (Program program =
                    Program.start(folder, haproxy, "-db", "-f", "haproxy.cfg").listening(front)) {
                LiveHaproxy overUnix = new LiveHaproxy(SHOP, StatsSource.runtimeApi(Peer.unix(socket), DEADLINE));
                LiveHaproxy overTcp =
                        new LiveHaproxy(SHOP, StatsSource.runtimeApi(Peer.tcp("127.0.0.1", api), DEADLINE));
                LiveHaproxy overPage = new LiveHaproxy(
                        SHOP,
                        StatsSource.statsPage(URI.create("http://127.0.0.1:%d/stats;csv".formatted(stats)), DEADLINE),
                        "edge",
                        "shop");
                for (int i = 0; i < 5; i++) {
                    shop.customer(front, "/");
                }
                Program.await(() -> reading(seen(overUnix), Tier.SERVER, "shop").raw(Signal.PENDING) == 3);

                for (LiveHaproxy look : new LiveHaproxy[] {overUnix, overTcp, overPage}) {
                    Seen seen = seen(look);
                    Reading server = reading(seen, Tier.SERVER, "shop/shop-1");
                    assertThat(server.get(Signal.USED)).hasValue(2);
                    assertThat(server.get(Signal.MAX)).hasValue(2);
                    assertThat(server.get(Signal.PENDING)).hasValue(0);
                    assertThat(server.get(Signal.WAIT_MEAN)).isEmpty();
                    assertThat(reading(seen, Tier.SERVER, "shop").get(Signal.PENDING))
                            .hasValue(3);
                    assertThat(reading(seen, Tier.FRONTEND, "edge").get(Signal.USED))
                            .hasValue(5);
                    assertThat(reading(seen, Tier.FRONTEND, "edge").get(Signal.MAX))
                            .hasValue(100);
                    assertThat(seen.inForce())
                            .extracting(InForce::part, InForce::setting, InForce::value)
                            .contains(org.assertj.core.groups.Tuple.tuple("shop/shop-1", "maxconn", "2"));
                }
                assertThat(seen(overPage).balancer().value().orElseThrow().queue())
                        .isEqualTo(3);
                assertThat(seen(overUnix).balancer())
                        .isEqualTo(Answer.silent(socket
                                + ": 2 frontends (edge, stats); name the frontend and the backend that serve it"));
                assertThat(reading(seen(overUnix), Tier.FRONTEND, ProcessLimit.NAME)
                                .get(Signal.MAX))
                        .hasValue(200);
                record(socket, "haproxy-2.6-info-stat.txt");

                shop.letGo();
                Program.await(() -> {
                    Reading server = reading(seen(overUnix), Tier.SERVER, "shop/shop-1");
                    return server.knows(Signal.WAIT_MEAN) && server.raw(Signal.USE_MEAN) > 0;
                });
                assertThat(reading(seen(overTcp), Tier.SERVER, "shop/shop-1").get(Signal.BORROWS))
                        .hasValue(5);
            }
        }
    }

    private static void record(Path socket, String name) throws Exception {
        String to = System.getProperty("record.to", "");
        if (!to.isEmpty()) {
            Files.write(
                    Path.of(to, name),
                    StatsSource.runtimeApi(Peer.unix(socket), DEADLINE).read());
        }
    }

    private static Seen seen(LiveHaproxy haproxy) {
        return haproxy.collect()
                .value()
                .orElseThrow(() -> new AssertionError(haproxy.collect().toString()));
    }

    private static Reading reading(Seen seen, Tier tier, String name) {
        return seen.readings().stream()
                .filter(each -> each.pool().tier() == tier && each.pool().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tier + " " + name + " is not in " + seen.readings()));
    }
}
