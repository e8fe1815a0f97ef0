package io.poolwright.drill.shop;

import io.poolwright.drill.stack.DriverWatch;
import io.poolwright.drill.stack.PropertiesFile;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One instance of the shop: a process that serves checkouts until it is told to stop, or its drill is gone. */
public final class ShopMain {
    private static final int WORKERS = 200;

    private ShopMain() {}

    /**
     * Runs it.
     *
     * @param args the instance's {@code application.properties}, and the id of the run that it belongs to
     */
    public static void main(String[] args) throws Exception {
        DriverWatch.start();
        ShopSettings settings = ShopSettings.of(PropertiesFile.read(Path.of(args[0])));
        String name = settings.driverProperties().getProperty("ApplicationName");
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(WORKERS, WORKERS, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        workers.allowCoreThreadTimeOut(true);
        ShopMetrics metrics = new ShopMetrics(
                settings.text("spring.application.name"), settings.text("application.version"), workers);
        ShopPool pool = ShopPool.open(settings, metrics.registry());
        Checkout checkout = new Checkout(pool);
        CurrentBehaviour behaviour = new CurrentBehaviour();
        CheckoutHandler handler = new CheckoutHandler(
                checkout,
                metrics,
                behaviour,
                settings.number("shop.checkout.attempts"),
                settings.number("shop.checkout.acquires"));
        ShopServer server = new ShopServer(settings.number("server.port"), name, args[1], workers, handler, metrics);
        AtomicBoolean ready = new AtomicBoolean();
        ManagementServer management =
                new ManagementServer(settings.number("management.server.port"), metrics, pool, behaviour, ready::get);
        management.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, workers, pool, management), "stop"));
        server.start();
        new WarmUp(pool, checkout, workers).run();
        HttpWarmUp.run(settings.number("server.port"));
        ready.set(true);
    }

    private static void stop(
            ShopServer server, ThreadPoolExecutor workers, ShopPool pool, ManagementServer management) {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        pool.close();
        management.stop();
    }
}
