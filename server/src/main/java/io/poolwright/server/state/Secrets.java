package io.poolwright.server.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Passwords and tokens for other systems, sealed with AES-256-GCM before they reach the database. A name is sealed with its value,
 * so that one cannot be put in the place of another.
 */
public final class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Store store;
    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Secrets of one database, sealed with one key. */
    public Secrets(Store store, SecretKey key, Clock clock) {
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    /** Keeps a secret in place of the one with the same name. */
    public void put(String name, String value) {
        Limits.demand("name", name, 200);
        byte[] sealed = seal(key, name, value);
        store.write(sql -> {
            sql.sql("delete from secret where name = ?").param(name).update();
            return insert(sql, name, sealed);
        });
    }

    /** The secret with this name. */
    public Optional<String> get(String name) {
        return sealed(name).map(it -> open(key, name, it));
    }

    /** The names of all secrets. */
    public List<String> names() {
        return store.read(sql -> sql.sql("select name from secret order by name")
                .query(String.class)
                .list());
    }

    /** Forgets a secret; false when there is none of that name. */
    public boolean remove(String name) {
        return store.write(sql ->
                        sql.sql("delete from secret where name = ?").param(name).update())
                == 1;
    }

    /** Seals all secrets with another key, all or none. */
    public void reseal(SecretKey other) {
        store.write(sql -> {
            List<String> names =
                    sql.sql("select name from secret").query(String.class).list();
            for (String name : names) {
                byte[] sealed = sql.sql("select sealed from secret where name = ?")
                        .param(name)
                        .query((row, number) -> row.getBytes("sealed"))
                        .single();
                sql.sql("delete from secret where name = ?").param(name).update();
                insert(sql, name, seal(other, name, open(key, name, sealed)));
            }
            return names.size();
        });
    }

    private int insert(JdbcClient sql, String name, byte[] sealed) {
        return sql.sql("insert into secret (name, sealed, changed_at) values (?, ?, ?)")
                .param(name)
                .param(sealed)
                .param(Times.stored(clock.instant()))
                .update();
    }

    private Optional<byte[]> sealed(String name) {
        return store.read(sql -> sql.sql("select sealed from secret where name = ?")
                .param(name)
                .query((row, number) -> row.getBytes("sealed"))
                .optional());
    }

    private byte[] seal(SecretKey with, String name, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, with, nonce, name).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static String open(SecretKey with, String name, byte[] whole) {
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] value = cipher(Cipher.DECRYPT_MODE, with, nonce, name)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(value, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new StateException("the secret '%s' was sealed with another key, or was changed".formatted(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
