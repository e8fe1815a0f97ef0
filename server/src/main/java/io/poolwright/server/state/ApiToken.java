package io.poolwright.server.state;

import io.poolwright.server.rights.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token for programs, as it is kept: never the token itself.
 *
 * @param ownerId the account that made it, and beyond whose role it never goes
 * @param name what its owner calls it
 * @param expiresAt from when on it is refused; empty when it stays until it is revoked
 */
public record ApiToken(
        UUID id,
        UUID ownerId,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {
    /** Whether it opens anything at this moment. */
    public boolean isGood(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }
}
