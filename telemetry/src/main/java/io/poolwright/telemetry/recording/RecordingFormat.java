package io.poolwright.telemetry.recording;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.poolwright.model.Answer;
import io.poolwright.model.TimerSample;
import java.time.Instant;

/**
 * The JSON of a recording: equal ticks give equal bytes, and reading gives back every number bit by bit.
 *
 * <p>An {@link Answer} is {@code {"answered":{"it":…}}} or {@code {"silent":{"reason":…}}}; what is absent is
 * {@code null}, but for a timer's histogram, which is left out; an instant is ISO 8601 in UTC.
 */
final class RecordingFormat {
    /** Raised whenever an older reader could misread a newer file. */
    static final int VERSION = 1;

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(Answer.class, AnswerJson.class)
            .addMixIn(TimerSample.class, TimerJson.class)
            .build();

    private RecordingFormat() {}

    /**
     * The first line.
     *
     * @param poolwrightRecording format version
     * @param start when the recording began
     */
    record Header(int poolwrightRecording, Instant start) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "answered", value = Answer.Answered.class),
        @JsonSubTypes.Type(name = "silent", value = Answer.Silent.class),
        @JsonSubTypes.Type(name = "unwatched", value = Answer.Unwatched.class)
    })
    private interface AnswerJson {}
}
