package io.poolwright.server.state;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The steps of the schema, in their order, written out: searching a jar of thousands of entries for them costs a start. */
final class Migrations implements ResourceProvider {
    static final List<String> STEPS = List.of("V1__state.sql");

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return STEPS.contains(name) ? new Step(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<LoadableResource> found = new ArrayList<>();
        for (String step : STEPS) {
            for (String suffix : suffixes) {
                if (step.startsWith(prefix) && step.endsWith(suffix)) {
                    found.add(new Step(step));
                }
            }
        }
        return found;
    }

    private static final class Step extends LoadableResource {
        private final String name;

        Step(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream stream = Migrations.class.getResourceAsStream(name);
            if (stream == null) {
                throw new IllegalStateException("the migration " + name + " is not in the jar");
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "classpath:" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
