package io.poolwright.telemetry.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.poolwright.model.Answer;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.real.Program;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveJmxTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final int port = Program.freePort();
    private JmxPort jmx;

    @BeforeEach
    void open() throws Exception {
        Class.forName(FakeDriver.class.getName());
        jmx = new JmxPort(port);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        jmx.close();
    }

    @Test
    void seesHikariPoolsWithTheirLimitsAndSettings() throws Exception {
        HikariDataSource pool = hikari("orders (main)");
        pool.getConnection();

        Seen seen = look();

        assertThat(reading(seen, Tier.POOL, "orders (main)"))
                .hasToString(
                        "shop/a/pool/orders (main) max=3.0 used=1.0 idle=0.0 total=1.0 idle_min=0.0 pending_requests=0.0");
        assertThat(reading(seen, Tier.POOL, "orders (main)").reason(Signal.TIMEOUTS))
                .contains("micrometer-registry-prometheus");
        assertThat(seen.inForce())
                .contains(new InForce(
                        "shop",
                        "a",
                        "orders (main)",
                        "connectionTimeout",
                        "1234ms",
                        "JMX com.zaxxer.hikari:type=PoolConfig (orders (main))"));
    }

    @Test
    void seesHikariPoolsUnderTheirOtherNames() throws Exception {
        HikariDataSource pool = hikari("other");
        ObjectName old = new ObjectName("com.zaxxer.hikari:type=Pool (other)");
        ObjectName fresh = new ObjectName("com.zaxxer.hikari:type=Pool,name=other");
        BEANS.unregisterMBean(old);
        BEANS.registerMBean(pool.getHikariPoolMXBean(), fresh);
        opened.add(() -> BEANS.unregisterMBean(fresh));

        assertThat(reading(look(), Tier.POOL, "other").get(Signal.MAX)).hasValue(3);
        assertThat(reading(look(), Tier.POOL, "other").get(Signal.IDLE)).isPresent();
    }

    @Test
    void aDataSourceWithoutItsPoolSaysWhatToSet() throws Exception {
        HikariDataSource pool = hikari("hidden");
        BEANS.unregisterMBean(new ObjectName("com.zaxxer.hikari:type=Pool (hidden)"));

        Reading reading = reading(look(), Tier.POOL, "hidden");

        assertThat(pool.isClosed()).isFalse();
        assertThat(reading.get(Signal.MAX)).hasValue(3);
        assertThat(reading.reason(Signal.USED))
                .isEqualTo("this JVM shows HikariCP's settings but not the pool; set "
                        + "spring.datasource.hikari.register-mbeans=true (registerMbeans without Spring)");
    }

    @Test
    void seesTomcatJdbcPools() throws Exception {
        DataSource pool = new DataSource();
        pool.setUrl(FakeDriver.URL);
        pool.setDriverClassName(FakeDriver.class.getName());
        pool.setUsername("somebody");
        pool.setPassword("sesame");
        pool.setMaxActive(4);
        pool.setInitialSize(2);
        pool.setMaxWait(750);
        ObjectName name = new ObjectName("tomcat.jdbc:type=ConnectionPool,name=\"jdbc/shop\",class=x");
        pool.createPool();
        BEANS.registerMBean(pool.getPool().getJmxPool(), name);
        opened.add(() -> BEANS.unregisterMBean(name));
        opened.add(pool::close);
        pool.getConnection();

        Seen seen = look();

        assertThat(reading(seen, Tier.POOL, "jdbc/shop").toString())
                .startsWith("shop/a/pool/jdbc/shop max=4.0 used=1.0 idle=1.0 total=2.0")
                .contains("pending_requests=0.0", "borrows=");
        assertThat(seen.inForce()).extracting(InForce::setting, InForce::value).contains(tuple("maxWait", "750ms"));
        assertThat(seen.toString()).doesNotContain("sesame");
    }

    @Test
    void seesDbcp2PoolsWithThoseWhoWait() throws Exception {
        BasicDataSource pool = dbcp2();
        pool.setJmxName("shop:type=BasicDataSource,name=orders");
        pool.getConnection();
        pool.getConnection().close();

        Seen seen = look();

        assertThat(reading(seen, Tier.POOL, "orders").toString())
                .startsWith("shop/a/pool/orders max=5.0 used=1.0 idle=1.0 total=2.0")
                .contains("pending_requests=0.0", "create_time.count=2.0", "borrows=2.0");
        assertThat(seen.readings().stream().filter(it -> it.pool().name().contains("orders")))
                .hasSize(1);
        assertThat(seen.toString()).doesNotContain("sesame");
    }

    /** The way a container registers it; with its password among its attributes. */
    @Test
    void readsNotAByteOfAPasswordThatIsThereToBeRead() throws Exception {
        BasicDataSource pool = dbcp2();
        pool.getConnection();
        ObjectName name = new ObjectName("Catalina:type=DataSource,host=localhost,context=/shop,name=\"jdbc/orders\"");
        BEANS.registerMBean(pool, name);

        Seen seen = look();

        assertThat(BEANS.getAttribute(name, "Password")).isEqualTo("sesame");
        assertThat(reading(seen, Tier.POOL, "jdbc/orders").get(Signal.MAX)).hasValue(5);
        assertThat(seen.toString()).doesNotContain("sesame", "somebody").contains("maxTotal");
    }

    @Test
    void aPoolThatNobodyBorrowedFromSinceHasNoMeanWait() throws Exception {
        BasicDataSource pool = dbcp2();
        pool.setJmxName("shop:type=BasicDataSource,name=orders");
        pool.getConnection().close();
        LiveJmx live = live(jmx.target());
        seen(live);

        Reading quiet = reading(seen(live), Tier.POOL, "orders");
        pool.getConnection().close();
        Reading busy = reading(seen(live), Tier.POOL, "orders");

        assertThat(quiet.get(Signal.WAIT_MEAN)).isEmpty();
        assertThat(quiet.reason(Signal.WAIT_MEAN)).contains("none since the look before");
        assertThat(busy.get(Signal.WAIT_MEAN)).isPresent();
    }

    private BasicDataSource dbcp2() {
        BasicDataSource pool = new BasicDataSource();
        pool.setDriver(new FakeDriver());
        pool.setUrl(FakeDriver.URL);
        pool.setUsername("somebody");
        pool.setPassword("sesame");
        pool.setConnectionProperties("password=sesame-too;");
        pool.setMaxTotal(5);
        opened.add(pool);
        return pool;
    }

    @Test
    void noKindOfBeanAsksForASecret() {
        for (PoolBean kind : PoolBeans.all()) {
            List<String> asked = new ArrayList<>(kind.settings().keySet());
            kind.gauges().forEach(told -> asked.add(told.attribute()));
            asked.addAll(List.of(PoolName.ATTRIBUTES));
            assertThat(asked).allSatisfy(attribute -> assertThat(attribute.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("password", "properties", "url", "username", "credential", "query"));
        }
    }

    @Test
    void seesC3p0Pools() throws Exception {
        ComboPooledDataSource pool = new ComboPooledDataSource();
        pool.setDriverClass(FakeDriver.class.getName());
        pool.setJdbcUrl(FakeDriver.URL);
        pool.setPassword("sesame");
        pool.setDataSourceName("carts");
        pool.setMaxPoolSize(6);
        pool.setMinPoolSize(2);
        pool.setInitialPoolSize(2);
        opened.add(pool::close);
        pool.getConnection();

        Seen seen = look();

        assertThat(reading(seen, Tier.POOL, "carts").get(Signal.MAX)).hasValue(6);
        assertThat(reading(seen, Tier.POOL, "carts").get(Signal.USED)).hasValue(1);
        assertThat(reading(seen, Tier.POOL, "carts").get(Signal.PENDING)).hasValue(0);
        assertThat(seen.toString() + seen.inForce()).doesNotContain("sesame");
    }

    /** A connector's threads, as Tomcat shows them when it does not know. */
    public interface ThreadPoolMBean {
        int getcurrentThreadsBusy();

        int getcurrentThreadCount();

        int getmaxThreads();

        long getconnectionCount();

        int getmaxConnections();
    }

    @Test
    void minusOneOfATomcatConnectorIsUnknown() throws Exception {
        threads(new Threads(-1, -1, -1));

        Reading reading = reading(look(), Tier.WORKERS, "http-nio-8080");

        assertThat(reading.get(Signal.USED)).isEmpty();
        assertThat(reading.get(Signal.IDLE)).isEmpty();
        assertThat(reading.get(Signal.MAX)).isEmpty();
        assertThat(reading.reason(Signal.MAX)).contains("virtual threads");
    }

    @Test
    void seesTomcatThreadsAndConnections() throws Exception {
        threads(new Threads(7, 10, 200));

        Seen seen = look();

        assertThat(reading(seen, Tier.WORKERS, "http-nio-8080"))
                .hasToString("shop/a/workers/http-nio-8080 max=200.0 used=7.0 idle=3.0 total=10.0");
        assertThat(reading(seen, Tier.FRONTEND, "http-nio-8080"))
                .hasToString("shop/a/frontend/http-nio-8080 max=8192.0 used=9.0");
    }

    @Test
    void seesTheRealTomcat() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "17");
        tomcat.start();
        opened.add(() -> {
            tomcat.stop();
            tomcat.destroy();
        });

        Seen seen = look();

        Reading workers = seen.readings().stream()
                .filter(it -> it.pool().tier() == Tier.WORKERS)
                .findFirst()
                .orElseThrow();
        assertThat(workers.pool().name()).startsWith("http-nio-127.0.0.1");
        assertThat(workers.get(Signal.MAX)).hasValue(17);
        assertThat(workers.get(Signal.USED)).hasValue(0);
        assertThat(workers.get(Signal.BORROWS)).hasValue(0);
        assertThat(workers.get(Signal.USE_SECONDS)).hasValue(0);
        assertThat(reading(seen, Tier.FRONTEND, workers.pool().name()).get(Signal.MAX))
                .hasValue(8192);
        assertThat(seen.inForce()).extracting(InForce::setting, InForce::value).contains(tuple("maxThreads", "17"));
    }

    @Test
    void aJvmWithoutPoolsSaysWhichPropertyShowsThem() throws Exception {
        try (JmxPort bare = new JmxPort(Program.freePort(), MBeanServerFactory.newMBeanServer())) {
            LiveJmx live = live(bare.target());

            Seen seen = seen(live);

            assertThat(seen.readings()).isEmpty();
            assertThat(seen.notices())
                    .extracting(Notice::text)
                    .anySatisfy(text -> assertThat(text).contains("spring.datasource.hikari.register-mbeans=true"))
                    .anySatisfy(text -> assertThat(text).contains("server.tomcat.mbeanregistry.enabled=true"));
            assertThat(seen.instance()).isInstanceOf(Answer.Silent.class);
        }
    }

    @Test
    void tellsOfTheProcess() {
        Seen seen = look();

        assertThat(seen.instance()
                        .value()
                        .orElseThrow()
                        .process()
                        .value()
                        .orElseThrow()
                        .cpuSeconds())
                .isPositive();
        assertThat(seen.instance().value().orElseThrow().startedAt())
                .isEqualTo(java.time.Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /** What a hostile JVM may send: a class that does something when it is read. */
    public static final class Trap implements Serializable {
        static final AtomicBoolean SPRUNG = new AtomicBoolean();
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SPRUNG.set(true);
        }
    }

    /** A pool's bean whose number is a trap. */
    public interface TrapMBean {
        Object getActiveConnections();
    }

    @Test
    void aForeignObjectIsRejectedBeforeItIsRead() throws Exception {
        ObjectName name = new ObjectName("com.zaxxer.hikari:type=Pool (trap)");
        TrapMBean trap = Trap::new;
        BEANS.registerMBean(new StandardMBean(trap, TrapMBean.class), name);
        opened.add(() -> BEANS.unregisterMBean(name));
        LiveJmx live = live(jmx.target());

        assertThat(live.collect())
                .isEqualTo(Answer.silent(
                        "JMX 127.0.0.1:%d: sent an object that is not accepted: only numbers, texts and names of beans are"
                                .formatted(port)));
        assertThat(Trap.SPRUNG).isFalse();
    }

    @Test
    void answersAgainWhenTheJvmComesBack() throws Exception {
        LiveJmx live = live(jmx.target());
        seen(live);

        jmx.close();
        Answer<Seen> gone = live.collect();
        jmx = new JmxPort(port);

        assertThat(gone).isInstanceOf(Answer.Silent.class);
        Program.await(() -> live.collect() instanceof Answer.Answered);
    }

    private void threads(ThreadPoolMBean threads) throws Exception {
        ObjectName name = new ObjectName("Tomcat:type=ThreadPool,name=\"http-nio-8080\"");
        BEANS.registerMBean(new StandardMBean(threads, ThreadPoolMBean.class), name);
        opened.add(() -> BEANS.unregisterMBean(name));
    }

    private HikariDataSource hikari(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(FakeDriver.URL);
        config.setPassword("sesame");
        config.setPoolName(name);
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1234);
        config.setRegisterMbeans(true);
        HikariDataSource pool = new HikariDataSource(config);
        opened.add(() -> {
            try {
                pool.close();
            } catch (RuntimeException e) {
                return; // its bean was taken away by the test
            }
        });
        return pool;
    }

    private Seen look() {
        return seen(live(jmx.target()));
    }

    private LiveJmx live(JmxTarget target) {
        LiveJmx live = LiveJmx.of(new Owner("shop", "a"), target, Clock.systemUTC(), DEADLINE);
        opened.add(live);
        return live;
    }

    private static Seen seen(LiveJmx live) {
        Answer<Seen> answer = live.collect();
        return answer.value().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static Reading reading(Seen seen, Tier tier, String name) {
        return seen.readings().stream()
                .filter(each -> each.pool().tier() == tier && each.pool().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tier + " " + name + " is not in " + seen.readings()));
    }

    /** A connector's threads. */
    private record Threads(int getcurrentThreadsBusy, int getcurrentThreadCount, int getmaxThreads)
            implements ThreadPoolMBean {
        @Override
        public long getconnectionCount() {
            return 9;
        }

        @Override
        public int getmaxConnections() {
            return 8192;
        }
    }
}
