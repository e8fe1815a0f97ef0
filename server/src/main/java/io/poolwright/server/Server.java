package io.poolwright.server;

import io.poolwright.server.doors.FirstAdministrator;
import io.poolwright.server.log.Logging;
import io.poolwright.server.state.Database;
import io.poolwright.server.state.StateException;
import java.io.PrintStream;
import java.net.BindException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code poolwright server}, found by its name so that no other command loads any of this. Answers with an exit code. */
public final class Server implements ToIntFunction<Map<String, String>> {
    /** For the command, which makes it by name. */
    public Server() {}

    /** Runs until the process is told to end; 2 when it cannot start. */
    @Override
    public int applyAsInt(Map<String, String> options) {
        Logging.install();
        try {
            ServerSettings settings = ServerSettings.of(options, System.getenv());
            try (Running running = start(settings)) {
                greet(System.out, settings, running);
                running.untilClosed();
            }
            return 0;
        } catch (RefusedSettingException | StateException e) {
            System.err.println("poolwright: " + e.getMessage());
            return 2;
        }
    }

    /** Starts, and returns when requests are answered. */
    static Running start(ServerSettings settings) {
        Database database = open(settings);
        try {
            SpringApplication application = new SpringApplication(Wiring.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.setBannerMode(Banner.Mode.OFF);
            application.setLogStartupInfo(false);
            application.setAddCommandLineProperties(false);
            application.setEnvironment(environment(settings));
            application.addInitializers(context -> {
                GenericApplicationContext beans = (GenericApplicationContext) context;
                beans.registerBean(ServerSettings.class, () -> settings);
                beans.registerBean(Database.class, () -> database);
            });
            CountDownLatch closed = new CountDownLatch(1);
            application.addListeners(event -> {
                if (event instanceof ContextClosedEvent) {
                    closed.countDown();
                }
            });
            return new Running(application.run(), closed);
        } catch (RuntimeException e) {
            database.close();
            throw refusalIn(e);
        }
    }

    private static Database open(ServerSettings settings) {
        DataFolder.prepare(settings.data());
        return settings.database()
                .map(it -> Database.at(it.url(), it.user(), it.password()))
                .orElseGet(() -> Database.inFolder(settings.data()));
    }

    /** Nothing but our own settings: no variable, property or file meant for another Spring program changes this one. */
    private static StandardEnvironment environment(ServerSettings settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(it -> environment.getPropertySources().remove(it.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("poolwright", SpringProperties.of(settings)));
        return environment;
    }

    private static RuntimeException refusalIn(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new RefusedSettingException(
                        "--listen: the address is taken or not of this machine: %s".formatted(cause.getMessage()));
            }
        }
        return e;
    }

    private static void greet(PrintStream out, ServerSettings settings, Running running) {
        String url = "http://%s:%d".formatted(settings.listen().hostText(), running.port());
        out.println("Poolwright listens on " + url);
        running.part(FirstAdministrator.class)
                .oneTimePassword(settings.resetAdministrator())
                .ifPresent(password -> out.printf(
                        "Sign in as %s with the one-time password %s, and change it.%n",
                        FirstAdministrator.NAME, password));
        out.flush();
    }

    /** A server that answers. */
    static final class Running implements AutoCloseable {
        private final ConfigurableApplicationContext context;
        private final CountDownLatch closed;

        Running(ConfigurableApplicationContext context, CountDownLatch closed) {
            this.context = context;
            this.closed = closed;
        }

        int port() {
            WebServer web = ((WebServerApplicationContext) context).getWebServer();
            if (web == null) {
                throw new IllegalStateException("there is no web server");
            }
            return web.getPort();
        }

        <T> T part(Class<T> type) {
            return context.getBean(type);
        }

        void untilClosed() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
