package io.poolwright.server.api;

import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.answers.Words;
import io.poolwright.server.doors.Caller;
import io.poolwright.server.doors.TokenDoor;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.ApiToken;
import io.poolwright.server.state.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens}: one's own tokens; an administrator sees and ends those of all. */
@RestController
public final class TokenPages {
    private static final int LONGEST_NAME = 100;

    private final Tokens tokens;
    private final TokenDoor door;
    private final AccessEvents access;
    private final Clock clock;

    TokenPages(Tokens tokens, TokenDoor door, AccessEvents access, Clock clock) {
        this.tokens = tokens;
        this.door = door;
        this.access = access;
        this.clock = clock;
    }

    /** A token as the API shows it: never what a program sends. */
    public record TokenView(
            UUID id,
            UUID owner,
            String name,
            List<Scope> scopes,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {
        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.ownerId(),
                    token.name(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt());
        }
    }

    /** Tokens, newest first. */
    public record TokenList(List<TokenView> items) {}

    /**
     * A token that is wanted.
     *
     * @param expiresAt from when on it is refused; absent when it stays until it is revoked
     */
    public record NewToken(String name, List<Scope> scopes, Optional<Instant> expiresAt) {}

    /**
     * A token that was made.
     *
     * @param secret what a program sends after {@code Authorization: Bearer}; shown here and never again
     */
    public record MadeToken(TokenView token, String secret) {}

    @GetMapping("/api/v1/tokens")
    TokenList list(@AuthenticationPrincipal Caller caller) {
        Optional<UUID> owner =
                isAdmin(caller) ? Optional.empty() : Optional.of(caller.user().id());
        return new TokenList(tokens.of(owner).stream().map(TokenView::of).toList());
    }

    @PostMapping("/api/v1/tokens")
    ResponseEntity<MadeToken> make(@RequestBody NewToken wanted, @AuthenticationPrincipal Caller caller) {
        String name = Demand.line("name", wanted.name(), LONGEST_NAME);
        TokenDoor.Made made = door.make(caller, name, scopes(wanted, caller), expiry(wanted.expiresAt()));
        access.tell(caller, "token %s made".formatted(name));
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(new MadeToken(TokenView.of(made.token()), made.text()));
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    ResponseEntity<Void> revoke(@PathVariable("id") String id, @AuthenticationPrincipal Caller caller) {
        ApiToken token = tokens.find(Demand.id(id))
                .filter(it ->
                        isAdmin(caller) || it.ownerId().equals(caller.user().id()))
                .orElseThrow(Demand::absent);
        if (door.revoke(token.id())) {
            access.tell(caller, "token %s revoked".formatted(token.name()));
        }
        return ResponseEntity.noContent().build();
    }

    private static Set<Scope> scopes(NewToken wanted, Caller caller) {
        List<Scope> given = Demand.present("scopes", wanted.scopes());
        if (given.isEmpty() || given.contains(null)) {
            throw new RefusedRequestException(
                    Problem.of(400, "The field 'scopes' names none.").accepted(Words.of(Scope.class)));
        }
        EnumSet<Scope> scopes = EnumSet.copyOf(given);
        List<Scope> beyond = TokenDoor.beyond(caller, scopes);
        if (!beyond.isEmpty()) {
            throw new RefusedRequestException(Problem.of(403, "A token cannot do more than who makes it.")
                    .found(String.join(", ", beyond.stream().map(Scope::id).toList()))
                    .accepted(EnumSet.allOf(Scope.class).stream()
                            .filter(it -> TokenDoor.beyond(caller, Set.of(it)).isEmpty())
                            .map(Scope::id)
                            .toList()));
        }
        return scopes;
    }

    private Optional<Instant> expiry(Optional<Instant> at) {
        at.filter(it -> !it.isAfter(clock.instant())).ifPresent(it -> {
            throw new RefusedRequestException(
                    Problem.of(400, "The field 'expiresAt' is in the past.").found(it.toString()));
        });
        at.ifPresent(it -> Demand.instant("expiresAt", it.toString()));
        return at;
    }

    private static boolean isAdmin(Caller caller) {
        return caller.user().role().covers(Role.ADMIN);
    }
}
