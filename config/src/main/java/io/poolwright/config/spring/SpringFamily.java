package io.poolwright.config.spring;

import io.poolwright.config.assemble.Assembly;
import io.poolwright.model.stack.Part;
import java.util.Optional;

/** All parts of one Spring Boot application. */
final class SpringFamily {
    private final ApplicationFacts facts;
    private final SpringSettings settings;

    SpringFamily(ApplicationFacts facts, SpringEnvironment environment) {
        this.facts = facts;
        this.settings = new SpringSettings(environment, "application '" + facts.name() + "'");
    }

    void addTo(Assembly into) {
        Optional<Part> server = WebServerPart.of(facts, settings);
        boolean servlet =
                server.filter(one -> !one.product().equals("reactor-netty")).isPresent();
        into.add(ApplicationPart.of(facts, settings, servlet));
        server.ifPresent(into::add);
        SpringDataSources.of(facts, settings).forEach(into::add);
        RedisPoolPart.of(facts, settings).ifPresent(into::add);
        HttpClientParts.of(facts, settings).forEach(into::add);
    }
}
