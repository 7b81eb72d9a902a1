package org.zhibao.refusal;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A request that is refused and has changed nothing. The text is a message key with arguments, so that each reader gets
 * it in its own language; an argument that is a {@link Text} is itself translated.
 */
public class Refusal extends RuntimeException {

    /** Why, in terms a protocol can translate. */
    public enum Kind {
        /** The request itself makes no sense. */
        INVALID,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing, or none the caller may see. */
        NOT_FOUND,
        /** Somebody else was there first, or the thing has moved on. */
        CONFLICT,
        /** The request is understood, but its content cannot be accepted. */
        UNPROCESSABLE
    }

    /** A text to be translated for the reader. */
    public record Text(String key, List<Object> arguments) implements Serializable {

        public Text(String key, Object... arguments) {
            this(key, List.of(arguments));
        }
    }

    /** What is wrong with one field of the request. */
    public record FieldError(String field, Text text) implements Serializable {
    }

    private final Kind kind;
    private final Text text;
    private final List<FieldError> fields;
    /** For the caller's program; not kept with a page that is shown later. */
    private final transient Map<String, Object> properties;

    public Refusal(Kind kind, Text text, List<FieldError> fields, Map<String, Object> properties) {
        super(text.key() + " " + text.arguments() + (fields.isEmpty() ? "" : " " + fields));
        this.kind = kind;
        this.text = text;
        this.fields = List.copyOf(fields);
        this.properties = Map.copyOf(properties);
    }

    public static Refusal notFound(String key, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, new Text(key, arguments), List.of(), Map.of());
    }

    public static Refusal forbidden(String key, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, new Text(key, arguments), List.of(), Map.of());
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Kind.CONFLICT, new Text(key, arguments), List.of(), Map.of());
    }

    /** Refuses one field's content. */
    public static Refusal field(String field, String key, Object... arguments) {
        return fields(List.of(new FieldError(field, new Text(key, arguments))));
    }

    /** Refuses the content of several fields. */
    public static Refusal fields(List<FieldError> errors) {
        return new Refusal(Kind.UNPROCESSABLE, new Text("refusal.fields", errors.size()), errors, Map.of());
    }

    /** The same refusal with something the caller's program needs to go on, such as the newer version. */
    public Refusal with(String name, Object value) {
        return new Refusal(kind, text, fields, Map.of(name, value));
    }

    public Kind kind() {
        return kind;
    }

    public Text text() {
        return text;
    }

    public List<FieldError> fields() {
        return fields;
    }

    public Map<String, Object> properties() {
        return properties == null ? Map.of() : properties;
    }
}
