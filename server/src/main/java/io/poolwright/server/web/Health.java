package io.poolwright.server.web;

import io.poolwright.server.state.Store;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the process lives, and whether it can do its work. The aliases are those that Prometheus has. */
@RestController
public final class Health {
    private final Store store;

    Health(Store store) {
        this.store = store;
    }

    /** Asks nothing else: who restarts what does not answer here must not restart it for a database's sake. */
    @GetMapping(
            path = {"/health/live", "/-/healthy"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> live() {
        return ResponseEntity.ok("alive\n");
    }

    @GetMapping(
            path = {"/health/ready", "/-/ready"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> ready() {
        return store.answers()
                ? ResponseEntity.ok("ready\n")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the state cannot be read\n");
    }
}
