package io.poolwright.config.spring;

import io.poolwright.config.build.BundledPool;
import io.poolwright.config.build.ModuleBuild;
import io.poolwright.config.spring.SourceFacts.Kind;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Version;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one application beside its properties.
 *
 * @param id of its part
 * @param name what people call it: its folder, or the service that runs it
 * @param origin its main configuration file, or the service when there is none
 * @param service that runs it
 * @param build its build files
 * @param source what its code shows
 */
record ApplicationFacts(
        String id, String name, Origin origin, Optional<String> service, ModuleBuild build, CodeFacts source) {
    private static final String BOOT = "org.springframework.boot";

    /** Spring Boot's version. */
    Optional<Version> boot() {
        return build.springBoot().map(ModuleBuild.Found::version);
    }

    /** HikariCP's version: written in the build, set by a property of it, or what comes with Spring Boot. */
    Optional<Version> hikari() {
        return build.version("com.zaxxer", "HikariCP")
                .or(() -> build.property("hikaricp.version"))
                .or(() -> build.property("hikari-cp.version"))
                .or(() -> build.property("hikaricp-version"))
                .map(ModuleBuild.Found::version)
                .or(() -> boot().flatMap(BundledPool::hikari));
    }

    /** Whether it answers HTTP requests, as far as the build says; a build that is not known does not say no. */
    boolean web() {
        return !build.isKnown()
                || List.of(
                                "web",
                                "webmvc",
                                "webflux",
                                "jetty",
                                "undertow",
                                "tomcat",
                                "web-services",
                                "jersey",
                                "graphql",
                                "hateoas",
                                "data-rest",
                                "thymeleaf")
                        .stream()
                        .anyMatch(name -> build.uses(BOOT, "spring-boot-starter-" + name));
    }

    /** Whether JPA is in use, which keeps a session open during the whole request unless it is told not to. */
    Optional<Origin> jpa() {
        return build.library(BOOT, "spring-boot-starter-data-jpa")
                .or(() -> build.library("org.springframework.data", "spring-data-jpa"))
                .map(library -> library.origin());
    }

    /** Whether it opens JDBC connections, as far as the build says. */
    boolean jdbc() {
        return jpa().isPresent()
                || build.uses(BOOT, "spring-boot-starter-jdbc")
                || build.uses(BOOT, "spring-boot-starter-data-jdbc")
                || build.uses(BOOT, "spring-boot-starter-jooq")
                || build.uses("org.mybatis.spring.boot", "mybatis-spring-boot-starter")
                || build.uses("com.baomidou", "mybatis-plus*");
    }

    /** Where code configures the web server. */
    Optional<Origin> serverInCode() {
        return source.first(Kind.SERVER_IN_CODE);
    }

    /** Whether requests run on virtual threads: a property since Spring Boot 3.2. */
    boolean virtualThreads(SpringSettings settings) {
        boolean on = settings.environment()
                .get("spring.threads.virtual.enabled")
                .flatMap(SpringValue::bool)
                .orElse(false);
        return on && boot().map(version -> version.atLeast(3, 2, 0)).orElse(true);
    }
}
