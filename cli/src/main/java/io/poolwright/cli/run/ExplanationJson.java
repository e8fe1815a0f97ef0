package io.poolwright.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.poolwright.audit.explain.Answer;
import io.poolwright.audit.explain.Explanation;
import io.poolwright.audit.explain.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** What is known about something, for programs. Field names are a contract: see {@code docs/commands/explain.md}. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** One object. */
    public static String of(Explanation explanation) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", "poolwright/explain/1");
            json.writeStringField("asked", explanation.asked());
            json.writeBooleanField("known", explanation.known());
            json.writeArrayFieldStart("answers");
            for (Answer answer : explanation.answers()) {
                write(json, answer);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("near");
            for (String name : explanation.near()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", answer.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("id", answer.id());
        json.writeStringField("title", answer.title());
        json.writeStringField("doc", "docs/" + answer.page());
        json.writeArrayFieldStart("fields");
        for (Field field : answer.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("text", field.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
