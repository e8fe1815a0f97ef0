package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A user of this machine (passwd(5)).
 *
 * @param name login name
 * @param uid user number
 * @param gid number of its first group
 */
record SystemUser(String name, int uid, int gid) {

    static Optional<SystemUser> named(String name) throws IOException {
        return in(Files.readAllLines(Path.of("/etc/passwd")), name);
    }

    static Optional<SystemUser> in(List<String> passwd, String name) {
        return passwd.stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 7 && fields[0].equals(name))
                .map(fields -> new SystemUser(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                .findFirst();
    }
}
