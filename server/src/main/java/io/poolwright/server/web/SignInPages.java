package io.poolwright.server.web;

import io.poolwright.server.doors.Caller;
import io.poolwright.server.doors.PasswordChange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in, and the page to change one's password. */
@Controller
public final class SignInPages {
    private final PasswordChange change;

    SignInPages(PasswordChange change) {
        this.change = change;
    }

    @GetMapping("/login")
    String signIn(
            @RequestParam(name = "failed", required = false) @Nullable String failed,
            @RequestParam(name = "out", required = false) @Nullable String out,
            @RequestParam(name = "changed", required = false) @Nullable String changed,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("out", out != null);
        model.addAttribute("changed", changed != null);
        return "login";
    }

    @GetMapping("/password")
    String password(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("name", caller.user().name());
        model.addAttribute("mustChange", caller.user().mustChange());
        return "password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal Caller caller,
            @RequestParam("current") String current,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            HttpServletRequest request,
            Model model) {
        Optional<String> objection = password.equals(again)
                ? change.of(caller.user(), current, password)
                : Optional.of("The two new passwords are not the same.");
        if (objection.isPresent()) {
            model.addAttribute("objection", objection.get());
            return password(caller, model);
        }
        request.getSession().invalidate();
        return "redirect:/login?changed";
    }
}
