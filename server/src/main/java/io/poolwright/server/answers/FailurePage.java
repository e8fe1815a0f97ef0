package io.poolwright.server.answers;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when no controller answered: a page to people, a problem to programs. */
@Controller
final class FailurePage implements ErrorController {
    @RequestMapping("/error")
    Object failure(HttpServletRequest request, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int status = code instanceof Integer number ? number : 404;
        String title = Statuses.title(status);
        if (path instanceof String text && Paths.isForPrograms(text)) {
            return ResponseEntity.status(HttpStatusCode.valueOf(status))
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(Problem.of(status, title + "."));
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(status));
        page.addObject("status", status);
        page.addObject("error", title);
        return page;
    }
}
