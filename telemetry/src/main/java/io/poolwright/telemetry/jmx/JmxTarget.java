package io.poolwright.telemetry.jmx;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which JVM to look into: one on this machine by its process id, or one that opened a JMX port. */
public sealed interface JmxTarget {
    /** Its name for people, without credentials. */
    String name();

    /** By its address: {@code pid:4711}, else as {@link #url} takes it. */
    static JmxTarget at(String address) {
        Matcher pid = Local.ADDRESS.matcher(address.strip());
        return pid.matches() ? pid(Long.parseLong(pid.group(1))) : url(address);
    }

    /** A JVM on this machine that runs as the same user; nothing needs to be configured in it. */
    static JmxTarget pid(long pid) {
        if (pid < 1) {
            throw new IllegalArgumentException(
                    "found process id %d; accepted: the id of a running JVM; write: --pid 4711".formatted(pid));
        }
        return new Local(pid);
    }

    /**
     * A JVM with a JMX port: {@code service:jmx:rmi:///jndi/rmi://host:port/jmxrmi}, or {@code host:port} for that same.
     *
     * <p>Only an RMI registry is ever asked, and without JNDI: an address with another protocol, a directory service or a
     * serialised object in it is refused.
     */
    static JmxTarget url(String url) {
        Matcher address = Remote.ADDRESS.matcher(url.strip());
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "found a JMX address that is not accepted; accepted: the RMI registry of a JVM; write: service:jmx:rmi:///jndi/rmi://host:port/jmxrmi");
        }
        int port = Integer.parseInt(address.group("port"));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "found port %d in a JMX address; accepted: 1 to 65535; write: host:9010".formatted(port));
        }
        String entry = address.group("entry");
        String host = address.group("host").replace("[", "").replace("]", "");
        return new Remote(host, port, entry == null ? "jmxrmi" : entry, Optional.empty());
    }

    /** The same target, asked as this user; a process on this machine asks for none. */
    default JmxTarget as(String user, Supplier<String> password) {
        return this;
    }

    /**
     * A JVM on this machine.
     *
     * @param pid its process id
     */
    record Local(long pid) implements JmxTarget {
        private static final Pattern ADDRESS = Pattern.compile("pid:(\\d{1,10})");

        @Override
        public String name() {
            return "JVM " + pid;
        }
    }

    /**
     * A JVM with a JMX port.
     *
     * @param host where its RMI registry is
     * @param port the registry's port
     * @param entry what the JMX server is called in the registry
     * @param login who asks, when the JVM wants to know
     */
    record Remote(String host, int port, String entry, Optional<Login> login) implements JmxTarget {
        private static final Pattern ADDRESS =
                Pattern.compile("(?:service:jmx:rmi://(?:[A-Za-z0-9.-]{1,255}(?::\\d{1,5})?)?/jndi/rmi://)?"
                        + "(?<host>[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\]):(?<port>\\d{1,5})"
                        + "(?:/(?<entry>[A-Za-z0-9._-]{1,100}))?");

        public Remote {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(login, "login");
        }

        @Override
        public JmxTarget as(String user, Supplier<String> password) {
            return new Remote(host, port, entry, Optional.of(new Login(user, password)));
        }

        @Override
        public String name() {
            return "JMX %s:%d".formatted(host, port);
        }
    }

    /**
     * Who asks.
     *
     * @param user in the JVM's {@code jmxremote.password}; its role {@code readonly} suffices
     * @param password where the password comes from, asked at each connection
     */
    record Login(String user, Supplier<String> password) {
        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[user=%s]".formatted(user);
        }
    }
}
