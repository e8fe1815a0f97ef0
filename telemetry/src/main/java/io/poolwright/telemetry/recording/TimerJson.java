package io.poolwright.telemetry.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import java.io.IOException;
import java.util.Optional;

/** How a timer is written: its histogram is left out when there is none, as in every recording made before there were any. */
@JsonDeserialize(using = TimerJson.Reader.class)
interface TimerJson {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<TimerBuckets> buckets();

    /** Reads a timer with or without a histogram; everything else must be there. */
    final class Reader extends StdDeserializer<TimerSample> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(TimerSample.class);
        }

        @Override
        public TimerSample deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode timer = context.readTree(parser);
            return new TimerSample(
                    part(timer, "count", Long.class, context),
                    part(timer, "seconds", Double.class, context),
                    part(timer, "max", Double.class, context),
                    timer.has("buckets")
                            ? Optional.of(part(timer, "buckets", TimerBuckets.class, context))
                            : Optional.empty());
        }

        private <T> T part(JsonNode timer, String name, Class<T> type, DeserializationContext context)
                throws IOException {
            JsonNode part = timer.path(name);
            if (part.isMissingNode() || part.isNull()) {
                return context.reportInputMismatch(this, "a timer needs %s", name);
            }
            return context.readTreeAsValue(part, type);
        }
    }
}
