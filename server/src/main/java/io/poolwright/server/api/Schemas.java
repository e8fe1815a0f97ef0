package io.poolwright.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poolwright.server.answers.Words;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of our records, each written once and referred to by its name. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** A reference to the schema of a record. */
    ObjectNode reference(Class<?> type) {
        String name = name(type);
        if (!named.containsKey(name)) {
            ObjectNode schema = NODES.objectNode();
            named.put(name, schema);
            describe(schema, type);
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** All schemas that were referred to, by name. */
    ObjectNode all() {
        ObjectNode all = NODES.objectNode();
        named.forEach(all::set);
        return all;
    }

    private void describe(ObjectNode schema, Class<?> type) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean raw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
            ObjectNode property = raw ? NODES.objectNode().put("type", "object") : schema(component.getAnnotatedType());
            boolean optional = component.getType() == Optional.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.set(component.getName(), optional ? orNull(property) : property);
            if (!optional) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static ObjectNode orNull(ObjectNode property) {
        JsonNode type = property.get("type");
        if (type != null && type.isTextual()) {
            property.set("type", NODES.arrayNode().add(type.asText()).add("null"));
            if (property.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
            return property;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("oneOf").add(property).add(NODES.objectNode().put("type", "null"));
        return either;
    }

    private ObjectNode schema(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType parameterized && annotated instanceof AnnotatedParameterizedType given) {
            AnnotatedType of =
                    given.getAnnotatedActualTypeArguments()[given.getAnnotatedActualTypeArguments().length - 1];
            if (parameterized.getRawType() == Optional.class) {
                return schema(of);
            }
            if (parameterized.getRawType() == List.class) {
                ObjectNode item = schema(of);
                return NODES.objectNode()
                        .put("type", "array")
                        .set("items", of.isAnnotationPresent(Nullable.class) ? orNull(item) : item);
            }
            if (parameterized.getRawType() == Map.class) {
                return NODES.objectNode().put("type", "object").set("additionalProperties", schema(of));
            }
        }
        return simple((Class<?>) type);
    }

    private ObjectNode simple(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        if (type.isRecord()) {
            return reference(type);
        } else if (!Words.of(type).isEmpty()) {
            ArrayNode words = schema.put("type", "string").putArray("enum");
            Words.of(type).forEach(words::add);
        } else if (type == UUID.class) {
            schema.put("type", "string").put("format", "uuid");
        } else if (type == Instant.class) {
            schema.put("type", "string").put("format", "date-time");
        } else if (type == String.class) {
            schema.put("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            schema.put("type", "integer");
        } else if (type == double.class || type == Double.class) {
            schema.put("type", "number");
        } else if (type == JsonNode.class) {
            schema.put("type", "object");
        } else {
            throw new IllegalStateException("the API document has no words for " + type);
        }
        return schema;
    }

    /** Part of a record is called after both; what stands in a controller, by its own name. */
    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around != null && around.isRecord()
                ? around.getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }
}
