package io.poolwright.telemetry.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.Owner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LiveHaproxyTest {
    private static final Owner SHOP = new Owner("shop", "lb-1");
    private static final String HEAD = "# pxname,svname,qcur,scur,slim,stot,qtime,ttime,type\n";

    private final List<String> pages = new ArrayList<>();

    @Test
    void readsWhatHaproxyWrites() {
        LiveHaproxy haproxy = of(recorded());

        Seen seen = haproxy.collect().value().orElseThrow();

        assertThat(seen.readings())
                .extracting(Reading::toString)
                .containsExactly(
                        "shop/lb-1/frontend/haproxy process max=200.0 used=5.0 borrows=15.0",
                        "shop/lb-1/frontend/edge max=100.0 used=5.0 borrows=6.0",
                        "shop/lb-1/server/shop/shop-1 max=2.0 used=2.0 pending_requests=0.0 borrows=2.0",
                        "shop/lb-1/server/shop max=2.0 used=2.0 pending_requests=3.0 borrows=5.0",
                        "shop/lb-1/frontend/stats max=200.0 used=0.0 borrows=2.0");
        assertThat(seen.inForce())
                .contains(
                        new InForce("shop", "lb-1", "", "maxconn", "200", "test show info Maxconn"),
                        new InForce("shop", "lb-1", "edge", "maxconn", "100", "test show stat slim"),
                        new InForce("shop", "lb-1", "shop/shop-1", "maxconn", "2", "test show stat slim"));
        assertThat(seen.inForce()).extracting(InForce::part).doesNotContain("shop");
    }

    @Test
    void aServerWithoutMaxconnHasNoLimitAndSaysWhatToWrite() {
        Reading server = server(of(HEAD + "shop,one,0,1,,5,,,2\n"));

        assertThat(server.get(Signal.MAX)).isEmpty();
        assertThat(server.reason(Signal.MAX))
                .isEqualTo("the server has no maxconn, so HAProxy holds nothing back; write: server ... maxconn <n>");
    }

    @Test
    void aMeanTimeCountsOnlyWhenSomethingEnded() {
        LiveHaproxy haproxy = of(
                HEAD + "shop,one,0,2,2,5,30,90,2\n",
                HEAD + "shop,one,0,2,2,5,30,90,2\n",
                HEAD + "shop,one,0,1,2,5,30,90,2\n");

        assertThat(server(haproxy).get(Signal.WAIT_MEAN)).isEmpty();
        assertThat(server(haproxy).reason(Signal.WAIT_MEAN)).contains("none has ended since the look before");
        Reading moved = server(haproxy);

        assertThat(moved.get(Signal.WAIT_MEAN)).hasValue(0.03);
        assertThat(moved.get(Signal.USE_MEAN)).hasValue(0.06);
    }

    @Test
    void requestsThatBeganButDidNotEndMoveNoMean() {
        LiveHaproxy haproxy = of(HEAD + "shop,one,0,1,2,5,30,90,2\n", HEAD + "shop,one,0,2,2,6,30,90,2\n");
        server(haproxy);

        assertThat(server(haproxy).get(Signal.WAIT_MEAN)).isEmpty();
    }

    @Test
    void theQueueOfABackendIsItsOwnAndItsServers() {
        Seen seen = of(HEAD + "shop,one,4,1,1,5,,,2\nshop,two,2,1,1,5,,,2\nshop,BACKEND,3,12,10,10,,,1\n")
                .collect()
                .value()
                .orElseThrow();

        Reading backend = seen.readings().get(2);
        assertThat(backend.get(Signal.PENDING)).hasValue(9);
        assertThat(backend.get(Signal.MAX))
                .as("nobody says which servers are up")
                .isEmpty();
        assertThat(backend.reason(Signal.TIMEOUTS)).contains("sQ");
    }

    @Test
    void aBackendTakesWhatItsServersTakeThatAreUp() {
        String columns = "# pxname,svname,qcur,scur,slim,stot,status,type\n";
        String servers = "shop,one,0,1,2,5,UP,2\nshop,two,0,0,3,5,DOWN,2\nshop,three,0,1,%s,5,no check,2\n";
        String backend = "shop,BACKEND,0,2,400,10,UP,1\n";

        assertThat(backend(columns + servers.formatted("4") + backend))
                .hasToString("shop/lb-1/server/shop max=6.0 used=2.0 pending_requests=0.0 borrows=10.0");
        assertThat(backend(columns + servers.formatted("") + backend).reason(Signal.MAX))
                .contains("has no maxconn");
    }

    private Reading backend(String page) {
        return of(page).collect().value().orElseThrow().readings().get(3);
    }

    @Test
    void anUnknownQueueOfOneServerMakesTheWholeUnknown() {
        Seen seen = of(HEAD + "shop,one,,1,1,5,,,2\nshop,BACKEND,3,12,10,10,,,1\n")
                .collect()
                .value()
                .orElseThrow();

        assertThat(seen.readings().get(1).get(Signal.PENDING)).isEmpty();
    }

    @Test
    void isTheBalancerWhenThereIsJustOneOfEach() {
        String columns = "# pxname,svname,req_tot,hrsp_5xx,qcur,econ,wretr,qtime,rtime,status,scur,slim,stot,type\n";
        String shop =
                "edge,FRONTEND,5,1,,,,,,OPEN,1,9,5,0\nshop,one,,,2,,,,7,UP,1,,4,2\nshop,BACKEND,,,3,6,7,8,9,UP,1,,4,1\n";
        String page = "stats,FRONTEND,5,1,,,,,,OPEN,1,9,5,0\nstats,BACKEND,,,0,0,0,0,0,UP,0,,0,1\n";

        assertThat(of(columns + shop + page)
                        .collect()
                        .value()
                        .orElseThrow()
                        .balancer()
                        .value())
                .hasValueSatisfying(balancer -> assertThat(balancer.queue()).isEqualTo(5));
        assertThat(of(columns + shop + shop.replace("shop,", "cart,"))
                        .collect()
                        .value()
                        .orElseThrow()
                        .balancer())
                .isEqualTo(Answer.silent(
                        "test: 2 backends with servers (shop, cart); name the frontend and the backend that serve it"));
    }

    @Test
    void tellsWhenTheProcessLimitWasReachedSinceTheLookBefore() {
        String info = "Maxconn: 9\nCurrConns: 9\nMaxconnReached: %d\n\n" + HEAD;
        LiveHaproxy haproxy = of(info.formatted(3), info.formatted(3), info.formatted(5));

        assertThat(haproxy.collect().value().orElseThrow().notices()).isEmpty();
        assertThat(haproxy.collect().value().orElseThrow().notices()).isEmpty();
        assertThat(haproxy.collect().value().orElseThrow().notices())
                .containsExactly(
                        new Notice(
                                Notice.Kind.LIMIT,
                                "HAProxy reached its process limit maxconn 9 another 2 times since the look before; it accepts nobody while it is there"));
    }

    @Test
    void namesFromTheSourceCannotWriteToATerminal() {
        Reading server = server(of(HEAD + "shop,\u001b[2Jone,0,1,2,5,,,2\n"));

        assertThat(server.pool().name()).isEqualTo("shop/ [2Jone");
    }

    @Property(tries = 300)
    void neverThrowsWhateverItIsTold(@ForAll String text) {
        assertThat(of(text).collect()).isNotNull();
        assertThat(of(HEAD + text).collect()).isInstanceOf(Answer.Answered.class);
    }

    private static Reading server(LiveHaproxy haproxy) {
        return haproxy.collect().value().orElseThrow().readings().stream()
                .filter(each -> each.pool().tier() == Tier.SERVER)
                .findFirst()
                .orElseThrow();
    }

    private static String recorded() {
        return new String(
                FakeSource.recorded(LiveHaproxyTest.class, "haproxy-2.6-info-stat.txt"), StandardCharsets.UTF_8);
    }

    /** A HAProxy that says one page after the other. */
    private LiveHaproxy of(String... said) {
        pages.clear();
        pages.addAll(List.of(said));
        return new LiveHaproxy(SHOP, new StatsSource() {
            @Override
            public byte[] read() {
                return pages.remove(0).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String name() {
                return "test";
            }
        });
    }
}
