package wrenchline.store.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values of one type look as JSON. Forms are derived from the types alone; the domain knows nothing of JSON. */
sealed interface JsonForm permits JsonForm.Scalar, JsonForm.ListForm, JsonForm.SetForm, RecordForm, SealedForm {

    JsonNode write(Object value);

    Object read(JsonNode node);

    /** The form of {@code type}. */
    static JsonForm of(Type type) {
        JsonForm known = Known.FORMS.get(type);
        if (known != null) {
            return known;
        }
        JsonForm derived = derive(type);
        Known.FORMS.put(type, derived);
        return derived;
    }

    private static JsonForm derive(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListForm(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            return new SetForm(of(set.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> simple) {
            if (simple.isEnum()) {
                return enumeration(simple);
            }
            if (simple.isRecord()) {
                return new RecordForm(simple);
            }
            if (simple.isSealed()) {
                return new SealedForm(simple);
            }
        }
        throw new IllegalArgumentException("writing " + type.getTypeName() + " as JSON: no form is known for it");
    }

    private static JsonForm enumeration(Class<?> type) {
        Map<String, Object> constants = new ConcurrentHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return Scalar.text(value -> ((Enum<?>) value).name(), name -> {
            Object constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException("reading a " + type.getSimpleName() + ": '" + name + "' is unknown");
            }
            return constant;
        });
    }

    /** A single value. */
    record Scalar(Function<Object, JsonNode> writer, Function<JsonNode, Object> reader) implements JsonForm {

        static Scalar text(Function<Object, String> writer, Function<String, Object> reader) {
            return new Scalar(value -> TextNode.valueOf(writer.apply(value)), node -> reader.apply(node.textValue()));
        }

        @Override
        public JsonNode write(Object value) {
            return writer.apply(value);
        }

        @Override
        public Object read(JsonNode node) {
            return reader.apply(node);
        }
    }

    /** An array. */
    record ListForm(JsonForm element) implements JsonForm {
        @Override
        public JsonNode write(Object value) {
            var array = Json.MAPPER.createArrayNode();
            ((List<?>) value).forEach(item -> array.add(element.write(item)));
            return array;
        }

        @Override
        public Object read(JsonNode node) {
            return node.valueStream().map(element::read).toList();
        }
    }

    /** An array in the order of its elements' texts, so that equal sets give equal texts. */
    record SetForm(JsonForm element) implements JsonForm {
        @Override
        public JsonNode write(Object value) {
            var array = Json.MAPPER.createArrayNode();
            ((Set<?>) value)
                    .stream()
                            .map(element::write)
                            .sorted(Comparator.comparing(JsonNode::toString))
                            .forEach(array::add);
            return array;
        }

        @Override
        public Object read(JsonNode node) {
            return node.valueStream().map(element::read).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The forms that were already derived, and those of the JDK's types. */
    final class Known {
        private static final Map<Type, JsonForm> FORMS = new ConcurrentHashMap<>(Map.ofEntries(
                Map.entry(String.class, Scalar.text(String.class::cast, text -> text)),
                Map.entry(int.class, new Scalar(value -> LongNode.valueOf((Integer) value), JsonNode::intValue)),
                Map.entry(long.class, new Scalar(value -> LongNode.valueOf((Long) value), JsonNode::longValue)),
                Map.entry(double.class, new Scalar(value -> DoubleNode.valueOf((Double) value), JsonNode::doubleValue)),
                Map.entry(
                        boolean.class,
                        new Scalar(value -> BooleanNode.valueOf((Boolean) value), JsonNode::booleanValue)),
                Map.entry(UUID.class, Scalar.text(Object::toString, UUID::fromString)),
                Map.entry(Instant.class, Scalar.text(Object::toString, Instant::parse)),
                Map.entry(Duration.class, Scalar.text(Object::toString, Duration::parse)),
                Map.entry(Period.class, Scalar.text(Object::toString, Period::parse)),
                Map.entry(LocalDate.class, Scalar.text(Object::toString, LocalDate::parse)),
                Map.entry(LocalTime.class, Scalar.text(Object::toString, LocalTime::parse)),
                Map.entry(ZoneId.class, Scalar.text(Object::toString, ZoneId::of))));

        private Known() {}
    }
}
