package io.poolwright.server.ui;

import io.poolwright.server.doors.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who looks at a page.
 *
 * @param name empty text when nobody had to sign in
 * @param role what they may do, in one word
 */
public record Visitor(String name, String role) {
    static Visitor now() {
        Authentication seen = SecurityContextHolder.getContext().getAuthentication();
        return seen != null && seen.getPrincipal() instanceof Caller caller
                ? new Visitor(caller.user().name(), caller.user().role().id())
                : new Visitor("", "");
    }
}
