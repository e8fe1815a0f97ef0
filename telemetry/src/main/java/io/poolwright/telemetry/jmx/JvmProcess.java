package io.poolwright.telemetry.jmx;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.ProcessSample;
import java.io.IOException;
import java.time.Instant;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** What every JVM tells about its process, as far as an {@link InstanceSample} goes. Source: java.lang.management. */
final class JvmProcess {
    private static final String NO_HTTP =
            "%s: Tomcat's MBeans do not tell server errors from others; add the metrics page as a source";
    private static final String NO_TIMES =
            "%s: a pool's MBeans count no times and no time-outs; add the metrics page as a source";

    private JvmProcess() {}

    static Answer<InstanceSample> read(MBeanServerConnection jvm, String name) throws IOException {
        try {
            Object started = jvm.getAttribute(new ObjectName("java.lang:type=Runtime"), "StartTime");
            if (!(started instanceof Long millis) || millis <= 0) {
                return Answer.silent("%s: does not tell when it started".formatted(name));
            }
            return Answer.of(new InstanceSample(
                    "",
                    Instant.ofEpochMilli(millis),
                    Answer.silent(NO_HTTP.formatted(name)),
                    Answer.silent(NO_TIMES.formatted(name)),
                    process(jvm, name)));
        } catch (JMException e) {
            return Answer.silent("%s: has no java.lang:type=Runtime".formatted(name));
        }
    }

    private static Answer<ProcessSample> process(MBeanServerConnection jvm, String name)
            throws IOException, JMException {
        ObjectName system = new ObjectName("java.lang:type=OperatingSystem");
        Object cores = jvm.getAttribute(system, "AvailableProcessors");
        Object nanos = jvm.getAttribute(system, "ProcessCpuTime");
        // -1 is how a platform says that it does not know.
        return cores instanceof Integer count && nanos instanceof Long used && used >= 0 && count > 0
                ? Answer.of(new ProcessSample(used / 1e9, count))
                : Answer.silent("%s: does not tell its processor time".formatted(name));
    }
}
