package io.poolwright.server.ui;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The pages over a made-up stack, without doors: for looking at them, and for the tests in a browser. */
final class ShowRoom implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private ShowRoom(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Serves until the process is ended; the arguments are a port and a number of pools. */
    public static void main(String... arguments) throws InterruptedException {
        try (ShowRoom room = open(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("http://127.0.0.1:" + room.port());
            Thread.currentThread().join();
        }
    }

    static ShowRoom open(int port, int pools) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", Integer.toString(port),
                "showroom.pools", Integer.toString(pools),
                "spring.web.resources.static-locations", "classpath:/static/",
                "spring.mvc.static-path-pattern", "/static/**"));
        return new ShowRoom((ServletWebServerApplicationContext) application.run());
    }

    int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    @Import(Pages.class)
    static class Wiring {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Screens screens(Clock clock, org.springframework.core.env.Environment environment) {
            return new MadeUp(clock, environment.getRequiredProperty("showroom.pools", Integer.class));
        }

        /** The same policy as behind the doors, so that a page that offends it is seen. */
        @Bean
        Filter policy() {
            return (request, response, chain) -> {
                ((HttpServletResponse) response)
                        .setHeader(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
                chain.doFilter(request, response);
            };
        }
    }
}
