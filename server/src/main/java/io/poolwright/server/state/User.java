package io.poolwright.server.state;

import io.poolwright.server.rights.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody with an account.
 *
 * @param mustChange whether the password was given by somebody else and has to be changed before anything else
 * @param passwordAt when the password was set; a session from before is over
 */
public record User(
        UUID id, String name, Role role, boolean mustChange, boolean disabled, Instant createdAt, Instant passwordAt) {}
