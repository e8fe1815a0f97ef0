package io.poolwright.server.ui;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a page says to an address that it cannot make sense of. */
@ControllerAdvice(assignableTypes = {OverviewPage.class, PoolPage.class, ListPages.class})
public final class Refusals {
    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String badSpan(BadSpanException e, Model model) {
        model.addAttribute("status", "This address asks for a time that makes no sense");
        model.addAttribute("error", e.getMessage());
        return "error";
    }
}
