package io.poolwright.config.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.spring.SourceFacts.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SourceFactsTest {
    @Test
    void prefixesBoundToADataSourceAreSeen() {
        SourceFacts facts = SourceFacts.scan("DataSources.java", """
                import org.springframework.web.client.RestTemplateBuilder;

                class DataSources {
                    /* @ConfigurationProperties("old.datasource") DataSource */
                    @Bean
                    @ConfigurationProperties("app.datasource")
                    DataSourceProperties properties() {
                        return new DataSourceProperties();
                    }

                    @Bean
                    @ConfigurationProperties(prefix = "app.datasource.hikari")
                    HikariDataSource pool(DataSourceProperties properties) {
                        return properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
                    }

                    @ConfigurationProperties("app.mail")
                    Mail mail() {
                        return new Mail();
                    }
                    // new RestTemplate()
                }
                """);

        assertThat(facts.prefixes())
                .extracting(bound -> bound.prefix() + " " + bound.pool() + " " + bound.origin())
                .containsExactly(
                        "app.datasource false DataSources.java:6", "app.datasource.hikari true DataSources.java:12");
        assertThat(facts.seen()).containsOnlyKeys(Kind.POOL_IN_CODE);
    }

    @Test
    void clientsAndTheirLimitsAreSeen() {
        SourceFacts facts = SourceFacts.scan("Clients.kt", """
                val client = WebClient.builder()
                    .clientConnector(ReactorClientHttpConnector(
                        HttpClient.create(ConnectionProvider.builder("a").maxIdleTime(Duration.ofSeconds(20)).build())
                            .responseTimeout(Duration.ofSeconds(2))))
                """);

        assertThat(facts.seen())
                .containsOnlyKeys(Kind.WEB_CLIENT, Kind.CONNECTION_PROVIDER, Kind.IDLE_LIMIT, Kind.READ_TIMEOUT);
        assertThat(facts.seen().get(Kind.WEB_CLIENT)).hasToString("Clients.kt:1");
    }

    @Property(tries = 500)
    void anyTextIsLookedThrough(@ForAll String text) {
        assertThat(SourceFacts.scan("A.java", text)).isNotNull();
    }
}
