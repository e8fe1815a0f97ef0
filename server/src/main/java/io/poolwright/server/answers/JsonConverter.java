package io.poolwright.server.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Reads and writes bodies with our mapper, and says of a body that it cannot read where and why. */
final class JsonConverter implements HttpMessageConverter<Object> {
    private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private final ObjectMapper mapper;

    JsonConverter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return type.isRecord() && (media == null || MediaType.APPLICATION_JSON.includes(media));
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return !CharSequence.class.isAssignableFrom(type)
                && type != byte[].class
                && (media == null
                        || media.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || media.isCompatibleWith(PROBLEM));
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON, PROBLEM);
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        try {
            Object value = mapper.readValue(message.getBody(), type);
            if (value == null) {
                throw new RefusedRequestException(Problem.of(400, "The body is null; an object is expected."));
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new RefusedRequestException(Problem.of(400, "The body has a field that is not known.")
                    .found(e.getPropertyName())
                    .accepted(
                            e.getKnownPropertyIds() == null
                                    ? List.of()
                                    : e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .toList()));
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedRequestException refused) {
                return refused;
            }
            if (cause instanceof BodyTooLargeException large) {
                return new RefusedRequestException(large.problem());
            }
        }
        String place = e.getLocation() == null
                ? ""
                : ", line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : it.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return new RefusedRequestException(Problem.of(
                400,
                field.isEmpty()
                        ? "The body is not the JSON that is expected" + place + "."
                        : "The field '%s' is not what is expected%s.".formatted(field, place)));
    }

    @Override
    public void write(Object value, @Nullable MediaType media, HttpOutputMessage message) throws IOException {
        if (message.getHeaders().getContentType() == null) {
            boolean problem = value instanceof Problem;
            message.getHeaders().setContentType(problem ? PROBLEM : MediaType.APPLICATION_JSON);
        }
        byte[] bytes = mapper.writeValueAsBytes(value);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }
}
