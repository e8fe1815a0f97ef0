package io.poolwright.server.answers;

import io.poolwright.server.state.KeyReusedException;
import io.poolwright.server.state.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong in the API, as problems. A bug of ours says nothing about itself but in the log. */
@RestControllerAdvice(annotations = RestController.class)
final class Refusals {
    /** Seconds after which to try again when the state cannot be reached. */
    static final String RETRY_AFTER = "5";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedRequestException e) {
        return answer(e.problem(), HttpHeaders.EMPTY);
    }

    /** Whatever reads a body wraps what the body's own stream says. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException large) {
                return answer(large.problem(), HttpHeaders.EMPTY);
            }
        }
        return answer(Problem.of(400, "The body is missing, or it cannot be read."), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> reused(KeyReusedException e) {
        return answer(
                Problem.of(422, "The Idempotency-Key was used before, for something else.")
                        .write("a key of its own for each change"),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(UnavailableException e) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return answer(Problem.of(503, "Nothing was written: " + e.getMessage() + "."), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception e) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            String detail = known.getBody().getDetail();
            return answer(
                    Problem.of(
                            known.getStatusCode().value(), detail == null ? "The request is not understood." : detail),
                    known.getHeaders());
        }
        LOG.error("a bug of ours", e);
        return answer(Problem.of(500, "A bug of ours; the log says more under this request's id."), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
                .headers(headers)
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }
}
