package io.poolwright.server;

import io.poolwright.server.answers.Answering;
import io.poolwright.server.api.AccessEvents;
import io.poolwright.server.api.AlertPages;
import io.poolwright.server.api.Changes;
import io.poolwright.server.api.EventPages;
import io.poolwright.server.api.MetricsIntake;
import io.poolwright.server.api.OpenApiPage;
import io.poolwright.server.api.PoolPages;
import io.poolwright.server.api.TokenPages;
import io.poolwright.server.api.UserPages;
import io.poolwright.server.doors.Doors;
import io.poolwright.server.doors.RouteTable;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.Database;
import io.poolwright.server.state.Events;
import io.poolwright.server.state.Room;
import io.poolwright.server.state.SecretKeyFile;
import io.poolwright.server.state.Secrets;
import io.poolwright.server.state.Store;
import io.poolwright.server.state.Tokens;
import io.poolwright.server.state.Users;
import io.poolwright.server.ui.Pages;
import io.poolwright.server.watch.LiveScreens;
import io.poolwright.server.watch.LiveWatch;
import io.poolwright.server.web.Health;
import io.poolwright.server.web.OwnMetrics;
import io.poolwright.server.web.SignInPages;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the server is made of, written out: nothing is found by scanning, so reading this shows all there is and a start costs no
 * search. A page or a part of the API is one class in {@code @Import} and one row in {@code Routes}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    Doors.class,
    Answering.class,
    Meters.class,
    SignInPages.class,
    Pages.class,
    PoolPages.class,
    MetricsIntake.class,
    Health.class,
    OwnMetrics.class,
    OpenApiPage.class,
    EventPages.class,
    AlertPages.class,
    Changes.class,
    UserPages.class,
    TokenPages.class
})
final class Wiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Store store(Database database, ServerSettings settings) {
        return new Store(database, database.isEmbedded() ? Room.in(settings.data()) : Room.elsewhere());
    }

    @Bean
    RouteTable routes() {
        return Routes.table();
    }

    @Bean
    Events events(Store store, Clock clock) {
        return new Events(store, clock);
    }

    @Bean
    Alerts alerts(Store store, Clock clock) {
        return new Alerts(store, clock);
    }

    @Bean
    LiveWatch watch(ServerSettings settings, Events events, Alerts alerts, Clock clock) {
        return new LiveWatch(settings, events, alerts, clock);
    }

    @Bean
    LiveScreens screens(LiveWatch watch, Events events, Alerts alerts, Clock clock) {
        return new LiveScreens(watch, events, alerts, clock);
    }

    @Bean
    Tokens tokens(Store store, Clock clock) {
        return new Tokens(store, clock);
    }

    @Bean
    Secrets secrets(Store store, ServerSettings settings, Clock clock) {
        Path own = settings.data().resolve("secret.key");
        return new Secrets(
                store,
                settings.keyFile().map(SecretKeyFile::read).orElseGet(() -> SecretKeyFile.readOrMake(own)),
                clock);
    }

    @Bean
    AccessEvents accessEvents(Events events, Clock clock) {
        return new AccessEvents(events, clock);
    }

    @Bean
    Users users(Store store, Clock clock) {
        return new Users(store, clock);
    }
}
