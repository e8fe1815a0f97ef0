package io.poolwright.server.api;

import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.doors.Administration;
import io.poolwright.server.doors.Caller;
import io.poolwright.server.rights.Role;
import io.poolwright.server.rights.Scope;
import io.poolwright.server.state.User;
import io.poolwright.server.state.Users;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/users}: the accounts, and {@code /api/v1/me}: one's own. */
@RestController
public final class UserPages {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final Users users;
    private final Administration administration;
    private final AccessEvents access;

    UserPages(Users users, Administration administration, AccessEvents access) {
        this.users = users;
        this.administration = administration;
        this.access = access;
    }

    /** An account as the API shows it. */
    public record UserView(UUID id, String name, Role role, boolean mustChange, boolean disabled, Instant createdAt) {
        static UserView of(User user) {
            return new UserView(
                    user.id(), user.name(), user.role(), user.mustChange(), user.disabled(), user.createdAt());
        }
    }

    /** All accounts, by name. */
    public record UserList(List<UserView> items) {}

    /** An account that is wanted: 1 to 64 small letters, digits, dots, dashes. */
    public record NewUser(String name, Role role) {}

    /** An account with a password for one sign-in, which is shown here and never again. */
    public record OpenedUser(UserView user, String oneTimePassword) {}

    /** What is to be changed; what is absent stays. */
    public record UserChange(@Nullable Role role, @Nullable Boolean disabled) {}

    /** Who asks, and with which scopes when it is a token. */
    public record Me(UserView user, Optional<List<Scope>> scopes) {}

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal Caller caller) {
        return new Me(
                UserView.of(caller.user()),
                caller.scopes().map(it -> it.stream().sorted().toList()));
    }

    @GetMapping("/api/v1/users")
    UserList list() {
        return new UserList(users.all().stream().map(UserView::of).toList());
    }

    @PostMapping("/api/v1/users")
    ResponseEntity<OpenedUser> open(@RequestBody NewUser wanted, @AuthenticationPrincipal Caller caller) {
        String name = String.valueOf(wanted.name());
        if (!NAME.matcher(name).matches()) {
            throw new RefusedRequestException(Problem.of(400, "The field 'name' is not a name for an account.")
                    .found(name)
                    .accepted(List.of("1 to 64 of a-z 0-9 . _ -, beginning with a letter or digit")));
        }
        Role role = Demand.present("role", wanted.role());
        Administration.Opened opened = administration
                .open(name, role)
                .orElseThrow(() -> new RefusedRequestException(
                        Problem.of(409, "There is an account with this name.").found(name)));
        access.tell(caller, "account %s opened as %s".formatted(name, role.id()));
        return secret(201, opened);
    }

    @PatchMapping("/api/v1/users/{id}")
    UserView change(
            @PathVariable("id") String id, @RequestBody UserChange wanted, @AuthenticationPrincipal Caller caller) {
        User user = users.find(Demand.id(id)).orElseThrow(Demand::absent);
        if (user.id().equals(caller.user().id())) {
            throw new RefusedRequestException(
                    Problem.of(409, "Nobody changes the rights of their own account; another administrator does."));
        }
        Role role = wanted.role() == null ? user.role() : wanted.role();
        boolean disabled = wanted.disabled() == null ? user.disabled() : wanted.disabled();
        User changed = administration.change(user.id(), role, disabled).orElseThrow(Demand::absent);
        access.tell(caller, "account %s is now %s%s".formatted(user.name(), role.id(), disabled ? ", shut" : ""));
        return UserView.of(changed);
    }

    @PostMapping("/api/v1/users/{id}/password")
    ResponseEntity<OpenedUser> resetPassword(@PathVariable("id") String id, @AuthenticationPrincipal Caller caller) {
        Administration.Opened opened =
                administration.resetPassword(Demand.id(id)).orElseThrow(Demand::absent);
        access.tell(
                caller,
                "account %s was given a one-time password"
                        .formatted(opened.user().name()));
        return secret(200, opened);
    }

    private static ResponseEntity<OpenedUser> secret(int status, Administration.Opened opened) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new OpenedUser(UserView.of(opened.user()), opened.oneTimePassword()));
    }
}
