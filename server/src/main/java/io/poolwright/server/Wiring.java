package io.poolwright.server;

import io.poolwright.server.doors.Doors;
import io.poolwright.server.state.Database;
import io.poolwright.server.state.Room;
import io.poolwright.server.state.Store;
import io.poolwright.server.state.Users;
import io.poolwright.server.web.FirstPage;
import io.poolwright.server.web.Health;
import io.poolwright.server.web.SignInPages;
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
@Import({Doors.class, SignInPages.class, FirstPage.class, Health.class})
final class Wiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Store store(Database database, ServerSettings settings) {
        return new Store(
                database, database.isEmbedded() ? Room.in(settings.data(), Room.LEAST_FREE) : Room.elsewhere());
    }

    @Bean
    Users users(Store store, Clock clock) {
        return new Users(store, clock);
    }
}
