package io.poolwright.server.web;

import io.poolwright.server.doors.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at {@code /}. */
@Controller
public final class FirstPage {
    @GetMapping("/")
    String first(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("name", caller.user().name());
        model.addAttribute("role", caller.user().role().id());
        return "first";
    }
}
