package io.poolwright.telemetry.jmx;

import io.poolwright.telemetry.http.TargetPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.RMIClientSocketFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/** Opens the connection to a JVM: through its RMI registry, or through the agent that a JVM on this machine can be told to start. */
final class Connecting {
    private static final int CONNECT_MILLIS = 2000;

    private Connecting() {}

    static JMXConnector open(JmxTarget target) throws IOException {
        if (target instanceof JmxTarget.Remote remote) {
            return open(remote);
        }
        long pid = ((JmxTarget.Local) target).pid();
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw new IOException(
                    "this Java runtime cannot attach to others: it lacks the module jdk.attach; run Poolwright with a JDK, or open a JMX port in the other JVM and name it");
        }
        return connected(new RMIConnector(LocalAgent.address(pid), environment(Optional.empty())));
    }

    private static JMXConnector open(JmxTarget.Remote remote) throws IOException {
        Remote server;
        try {
            server = lookup(remote, (host, port) -> connect(new Socket(), host, port));
        } catch (java.rmi.ConnectIOException e) {
            // A registry that speaks TLS: com.sun.management.jmxremote.registry.ssl=true.
            server = lookup(remote, new SslRMIClientSocketFactory());
        }
        if (!(server instanceof RMIServer jmx)) {
            throw new IOException("what is called '%s' there is no JMX server".formatted(remote.entry()));
        }
        return connected(new RMIConnector(jmx, environment(remote.login())));
    }

    private static Remote lookup(JmxTarget.Remote remote, RMIClientSocketFactory sockets) throws IOException {
        try {
            return LocateRegistry.getRegistry(remote.host(), remote.port(), sockets)
                    .lookup(remote.entry());
        } catch (NotBoundException e) {
            throw new IOException("its registry has nothing called '%s'".formatted(remote.entry()), e);
        }
    }

    private static JMXConnector connected(JMXConnector connector) throws IOException {
        connector.connect();
        return connector;
    }

    private static Map<String, ?> environment(Optional<JmxTarget.Login> login) {
        Map<String, Object> environment = new HashMap<>();
        // No thread of the connector's own: it would read answers outside a look.
        environment.put("jmx.remote.x.client.connection.check.period", 0L);
        login.ifPresent(it -> environment.put(
                JMXConnector.CREDENTIALS, new String[] {it.user(), it.password().get()}));
        return environment;
    }

    private static Socket connect(Socket socket, String host, int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(TargetPolicy.WRITTEN_DOWN.resolve(host), port), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
