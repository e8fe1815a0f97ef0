package io.poolwright.watch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PoolKeyTest {
    @Test
    void isReadableAndSafeInAPath() {
        PoolId pool = new PoolId("orders", "10.0.0.7:8080", Tier.HTTP_CLIENT, "shop/shop-1 ä");

        assertThat(PoolKey.of(pool)).isEqualTo("orders~http-client~shop!2fshop-1!20!c3!a4~10.0.0.7!3a8080");
        assertThat(PoolKey.parse(PoolKey.of(pool))).contains(pool);
    }

    @Property(tries = 300)
    void leadsBackToItsPool(@ForAll String service, @ForAll String instance, @ForAll Tier tier, @ForAll String name) {
        PoolId pool = new PoolId(whole(service), whole(instance), tier, whole(name));

        String key = PoolKey.of(pool);

        if (key.length() <= 4000) {
            assertThat(key).matches("[A-Za-z0-9._!~-]*");
            assertThat(PoolKey.parse(key)).contains(pool);
        }
    }

    @Property(tries = 500)
    void whatIsNoKeyNamesNoPool(@ForAll String text) {
        PoolKey.parse(text)
                .ifPresent(pool -> assertThat(PoolKey.parse(PoolKey.of(pool))).contains(pool));
    }

    @Test
    void brokenEscapesNameNoPool() {
        assertThat(PoolKey.parse("a~pool~b!2~")).isEmpty();
        assertThat(PoolKey.parse("a~pool~b!zz~")).isEmpty();
        assertThat(PoolKey.parse("a~pool~b!ff~")).isEmpty();
        assertThat(PoolKey.parse("a~nowhere~b~")).isEmpty();
        assertThat(PoolKey.parse("a~pool~b")).isEmpty();
    }

    /** Half a surrogate pair is no text that UTF-8 could carry. */
    private static String whole(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
