package io.poolwright.telemetry.jmx;

import java.io.ObjectInputFilter;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What a JVM may send us: numbers, texts, names of beans, the stubs that RMI needs, and what went wrong. RMI reads objects
 * with the process's own filter alone, so the filter is the process's; it decides only while a look is under way, on the
 * thread that looks, and leaves everything else as it was.
 *
 * <p>Source: JEP 290, {@link ObjectInputFilter}; Java Remote Method Invocation, "Serialization filtering".
 */
final class Incoming {
    private static final long MOST_BYTES = 8 << 20;
    private static final long MOST_REFERENCES = 200_000;
    private static final long LONGEST_ARRAY = 100_000;
    private static final long DEEPEST = 30;

    private static final ThreadLocal<Boolean> LOOKING = ThreadLocal.withInitial(() -> false);

    private static final Set<String> ACCEPTED = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Number",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Character",
            "java.lang.Enum",
            "java.lang.StackTraceElement",
            "java.lang.reflect.Proxy",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.HashMap",
            "java.util.Map$Entry",
            "java.util.Map",
            "java.util.List",
            "java.util.Set",
            "java.util.Collection",
            "java.util.Collections$EmptyList",
            "java.util.Collections$UnmodifiableList",
            "java.util.Collections$UnmodifiableCollection",
            "java.util.Collections$UnmodifiableRandomAccessList",
            "java.rmi.Remote",
            "java.rmi.server.ObjID",
            "java.rmi.server.UID",
            "java.rmi.server.RemoteObject",
            "java.rmi.server.RemoteStub",
            "java.rmi.server.RemoteObjectInvocationHandler",
            "javax.management.Attribute",
            "javax.management.AttributeList",
            "javax.management.ObjectName",
            "javax.management.ObjectInstance",
            "javax.management.QueryExp",
            "javax.management.remote.rmi.RMIServer",
            "javax.management.remote.rmi.RMIConnection",
            "javax.management.remote.rmi.RMIServerImpl_Stub",
            "javax.management.remote.rmi.RMIConnectionImpl_Stub",
            "javax.rmi.ssl.SslRMIClientSocketFactory");

    private Incoming() {}

    /** Answers the question with the filter in force on this thread. */
    static <T> T filtered(Callable<T> question) throws Exception {
        if (!Installed.IT) {
            throw new IllegalStateException(
                    "this process was started with a serialisation filter of its own (jdk.serialFilter), so what a JVM sends cannot be checked; start it without");
        }
        LOOKING.set(true);
        try {
            return question.call();
        } finally {
            LOOKING.remove();
        }
    }

    static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        if (!LOOKING.get()) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        if (info.streamBytes() > MOST_BYTES
                || info.references() > MOST_REFERENCES
                || info.arrayLength() > LONGEST_ARRAY
                || info.depth() > DEEPEST) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() || ACCEPTED.contains(type.getName()) || isFailure(type)
                ? ObjectInputFilter.Status.ALLOWED
                : ObjectInputFilter.Status.REJECTED;
    }

    /** The platform's own exceptions; one of them calls methods of what it carries when it is read, and is not among them. */
    private static boolean isFailure(Class<?> type) {
        String name = type.getName();
        return Throwable.class.isAssignableFrom(type)
                && !name.equals("javax.management.BadAttributeValueExpException")
                && (name.startsWith("java.lang.")
                        || name.startsWith("java.io.")
                        || name.startsWith("java.rmi.")
                        || name.startsWith("javax.management."));
    }

    /** The filter is the process's own from the first look on; it can be set once in its life. */
    private static final class Installed {
        static final boolean IT = install();

        private static boolean install() {
            // Without it a JVM that accepts and never answers holds the thread that asks for ever (ms).
            if (System.getProperty("sun.rmi.transport.tcp.responseTimeout") == null) {
                System.setProperty("sun.rmi.transport.tcp.responseTimeout", "5000");
            }
            try {
                ObjectInputFilter.Config.setSerialFilter(Incoming::check);
                return true;
            } catch (IllegalStateException e) {
                return false; // somebody set one before us
            }
        }
    }
}
