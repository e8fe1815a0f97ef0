package io.poolwright.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users, tokens and secrets as they are kept. */
final class AccountsInStateTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(NOON);

    @ParameterizedTest
    @EnumSource
    void aNameIsTakenOnce(Engine engine) {
        Users users = new Users(engine.store(folder), clock);

        User ann = users.add("ann", Role.OPERATOR, "hash", true).orElseThrow();

        assertThat(users.add("ann", Role.VIEWER, "other", false)).isEmpty();
        assertThat(users.named("ann")).contains(ann);
        assertThat(users.find(ann.id())).contains(ann);
        assertThat(users.find(UUID.randomUUID())).isEmpty();
        assertThat(users.all()).containsExactly(ann);
    }

    @ParameterizedTest
    @EnumSource
    void aNewPasswordHasANewTime(Engine engine) {
        Users users = new Users(engine.store(folder), clock);
        User ann = users.add("ann", Role.OPERATOR, "hash", true).orElseThrow();

        clock.advance(Duration.ofMinutes(1));
        users.setPassword(ann.id(), "new hash", false);

        User now = users.find(ann.id()).orElseThrow();
        assertThat(now.passwordAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(now.mustChange()).isFalse();
        assertThat(users.passwordHash(ann.id())).contains("new hash");
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsChangedAndAnAccountShut(Engine engine) {
        Users users = new Users(engine.store(folder), clock);
        User ann = users.add("ann", Role.OPERATOR, "hash", true).orElseThrow();

        assertThat(users.change(ann.id(), Role.VIEWER, true)).isTrue();
        assertThat(users.change(UUID.randomUUID(), Role.VIEWER, true)).isFalse();

        assertThat(users.find(ann.id()).orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(users.find(ann.id()).orElseThrow().disabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsFoundByItsHashUntilItIsRevoked(Engine engine) {
        Store store = engine.store(folder);
        User ann =
                new Users(store, clock).add("ann", Role.OPERATOR, "hash", false).orElseThrow();
        Tokens tokens = new Tokens(store, clock);

        ApiToken token = tokens.add(
                ann.id(),
                "deploy",
                Set.of(Scope.READ, Scope.WRITE_CHANGES),
                Optional.of(NOON.plusSeconds(60)),
                hash('a'));

        assertThat(tokens.hashed(hash('a'))).contains(token);
        assertThat(tokens.hashed(hash('b'))).isEmpty();
        assertThat(token.isGood(NOON.plusSeconds(59))).isTrue();
        assertThat(token.isGood(NOON.plusSeconds(60))).isFalse();
        assertThat(tokens.revoke(token.id())).isTrue();
        assertThat(tokens.revoke(token.id())).isFalse();
        assertThat(tokens.hashed(hash('a')).orElseThrow().isGood(NOON)).isFalse();
        assertThat(tokens.of(Optional.of(ann.id()))).hasSize(1);
        assertThat(tokens.of(Optional.of(UUID.randomUUID()))).isEmpty();
        assertThat(tokens.of(Optional.empty())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSecretIsSealedWhereItIsKept(Engine engine) {
        Store store = engine.store(folder);
        Secrets secrets = new Secrets(store, key("a"), clock);

        secrets.put("shop-db", "old");
        secrets.put("shop-db", "s3cret-value");

        assertThat(secrets.get("shop-db")).contains("s3cret-value");
        assertThat(secrets.get("other")).isEmpty();
        assertThat(secrets.names()).containsExactly("shop-db");
        byte[] kept = store.read(sql -> sql.sql("select sealed from secret")
                .query((row, number) -> row.getBytes(1))
                .single());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
        assertThat(secrets.remove("shop-db")).isTrue();
        assertThat(secrets.remove("shop-db")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSecretInThePlaceOfAnotherIsRefused(Engine engine) {
        Store store = engine.store(folder);
        Secrets secrets = new Secrets(store, key("a"), clock);
        secrets.put("mine", "value");

        store.write(sql -> sql.sql("update secret set name = 'theirs'").update());

        assertThatThrownBy(() -> secrets.get("theirs"))
                .hasMessage("the secret 'theirs' was sealed with another key, or was changed");
    }

    @ParameterizedTest
    @EnumSource
    void allSecretsMoveToAnotherKeyOrNone(Engine engine) {
        Store store = engine.store(folder);
        Secrets old = new Secrets(store, key("a"), clock);
        old.put("one", "1");
        old.put("two", "2");

        old.reseal(key("b"));

        assertThat(new Secrets(store, key("b"), clock).get("two")).contains("2");
        assertThatThrownBy(() -> old.get("one")).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> old.reseal(key("c"))).isInstanceOf(StateException.class);
        assertThat(new Secrets(store, key("b"), clock).get("one")).contains("1");
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws Exception {
        Path file = folder.resolve("key");
        SecretKeyFile.readOrMake(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> SecretKeyFile.read(file))
                .hasMessageContaining("can be used by others; write: chmod 600");
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() throws Exception {
        Path file = folder.resolve("key");
        SecretKeyFile.readOrMake(file);
        Files.writeString(file, "c2hvcnQ=");

        assertThatThrownBy(() -> SecretKeyFile.read(file)).hasMessageContaining("found 5 bytes; accepted: 32");
    }

    private SecretKey key(String name) {
        return SecretKeyFile.readOrMake(folder.resolve(name + ".key"));
    }

    private static String hash(char digit) {
        return String.valueOf(digit).repeat(64);
    }
}
