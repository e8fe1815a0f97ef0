package io.poolwright.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SystemUserTest {

    @Test
    void readsBothNumbersOfThatVeryUser() {
        List<String> passwd = List.of(
                "root:x:0:0:root:/root:/bin/bash",
                "nobody2:x:7:7::/:/bin/sh",
                "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin");

        assertThat(SystemUser.in(passwd, "nobody")).contains(new SystemUser("nobody", 65534, 65533));
        assertThat(SystemUser.in(passwd, "postgres")).isEmpty();
    }
}
