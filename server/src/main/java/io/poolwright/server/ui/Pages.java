package io.poolwright.server.ui;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole web interface; needs {@link Screens} and a clock. */
@Configuration(proxyBeanMethods = false)
@Import({OverviewPage.class, PoolPage.class, ListPages.class, Live.class, Refusals.class})
public final class Pages {}
