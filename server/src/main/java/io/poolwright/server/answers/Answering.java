package io.poolwright.server.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read and answered. */
@Configuration(proxyBeanMethods = false)
@Import({Refusals.class, FailurePage.class})
public final class Answering implements WebMvcConfigurer {
    private static final String[] FOR_PROGRAMS = {"/api/*", "/v1/*"};

    /** Outside of Spring Security's filters, which stand at -100. */
    private static final int BEFORE_SECURITY = -110;

    private final ObjectMapper mapper = Json.mapper();

    @Bean
    ObjectMapper mapper() {
        return mapper;
    }

    @Bean
    Answers answers() {
        return new Answers(mapper);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .disableDefaults()
                .withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                .withJsonConverter(new JsonConverter(mapper))
                .addCustomConverter(new ByteArrayHttpMessageConverter());
    }

    @Bean
    FilterRegistrationBean<RequestWatch> requestWatch(MeterRegistry registry) {
        FilterRegistrationBean<RequestWatch> filter = new FilterRegistrationBean<>(new RequestWatch(registry));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Answers answers) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(answers));
        filter.addUrlPatterns(FOR_PROGRAMS);
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    /** Who has read a list before learns that it is the same without reading it again. Streams pass by. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/api/*");
        filter.setOrder(BEFORE_SECURITY + 1);
        return filter;
    }
}
