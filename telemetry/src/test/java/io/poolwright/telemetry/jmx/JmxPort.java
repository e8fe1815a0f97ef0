package io.poolwright.telemetry.jmx;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;

/** This JVM's beans on a JMX port of the loopback address. */
final class JmxPort implements AutoCloseable {
    private final Registry registry;
    private final JMXConnectorServer server;
    private final int port;

    JmxPort(int port) throws IOException {
        this(port, ManagementFactory.getPlatformMBeanServer());
    }

    JmxPort(int port, MBeanServer beans) throws IOException {
        RMIServerSocketFactory loopback = at -> new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
        this.port = port;
        registry = LocateRegistry.createRegistry(port, null, loopback);
        server = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(port)),
                Map.of(RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, loopback),
                beans);
        server.start();
    }

    JmxTarget target() {
        return JmxTarget.url("service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(port));
    }

    @Override
    public void close() throws IOException {
        server.stop();
        UnicastRemoteObject.unexportObject(registry, true);
    }
}
