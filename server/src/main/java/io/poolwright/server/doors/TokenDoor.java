package io.poolwright.server.doors;

import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.ApiToken;
import io.poolwright.server.state.Tokens;
import io.poolwright.server.state.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The way in for programs: tokens that begin with {@code pw_}, made once, shown once, kept as a hash. */
public final class TokenDoor {
    /** Random bytes; nothing that long is guessed, so a fast hash is enough. */
    private static final int BYTES = 32;

    private static final String PREFIX = "pw_";
    private static final Pattern FORM = Pattern.compile("pw_[A-Za-z0-9_-]{43}");

    private final Tokens tokens;
    private final Accounts accounts;
    private final Clock clock;
    private final Remembered<String, ApiToken> known;
    private final SecureRandom random = new SecureRandom();

    TokenDoor(Tokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
        this.known = new Remembered<>(tokens::hashed, clock);
    }

    /**
     * A token as it is shown to its owner, once.
     *
     * @param text what a program sends
     */
    public record Made(ApiToken token, String text) {}

    /** Scopes that a caller may not give away: those beyond the role, and for a token those that it does not have itself. */
    public static List<Scope> beyond(Caller caller, Set<Scope> wanted) {
        return wanted.stream()
                .filter(it -> !caller.user().role().covers(it.least())
                        || caller.scopes().filter(own -> !own.contains(it)).isPresent())
                .sorted()
                .toList();
    }

    /** Makes a token; its scopes must have been held against {@link #beyond}. */
    public Made make(Caller caller, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        if (!beyond(caller, scopes).isEmpty()) {
            throw new IllegalStateException("a token beyond its maker's rights");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Made(tokens.add(caller.user().id(), name, scopes, expiresAt, hash(text)), text);
    }

    /** Ends a token here and now; false when there was none to end. */
    public boolean revoke(UUID id) {
        boolean revoked = tokens.revoke(id);
        known.forgetAll();
        return revoked;
    }

    /** Who a token speaks for; empty when it opens nothing. */
    Optional<Caller> caller(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return known.get(hash(text))
                .filter(it -> it.isGood(clock.instant()))
                .flatMap(token -> accounts.open(token.ownerId()).map(owner -> caller(token, owner)));
    }

    private static Caller caller(ApiToken token, User owner) {
        return new Caller(owner, Optional.of(token.scopes()), "token:%s/%s".formatted(owner.name(), token.name()));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
