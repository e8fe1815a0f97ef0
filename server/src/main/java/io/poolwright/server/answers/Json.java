package io.poolwright.server.answers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON as the API reads and writes it: strict in what it takes, times as text, what is not known as {@code null}. */
public final class Json {
    /** Objects and arrays within each other. */
    private static final int DEEPEST = 50;

    /** Characters of one text or name. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_NAME = 1_000;

    private Json() {}

    /** The one mapper of the API. */
    public static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(words())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        for (Class<?> type : Words.types()) {
            add(module, type);
        }
        return module;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the types of Words are enumerations, and all of them
    private static void add(SimpleModule module, Class<?> type) {
        module.addSerializer((Class) type, new Writer());
        module.addDeserializer((Class) type, new Reader(type));
    }

    private static final class Writer extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider all) throws IOException {
            out.writeString(Words.word(value));
        }
    }

    private static final class Reader<E extends Enum<E>> extends JsonDeserializer<E> {
        private final Class<E> type;

        Reader(Class<E> type) {
            this.type = type;
        }

        @Override
        public E deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String word = in.getValueAsString("");
            return Words.value(type, word)
                    .orElseThrow(() -> new RefusedRequestException(Problem.of(
                                    400,
                                    "The field '%s' has a value that is not accepted."
                                            .formatted(in.getParsingContext().getCurrentName()))
                            .found(word)
                            .accepted(Words.of(type))));
        }
    }
}
