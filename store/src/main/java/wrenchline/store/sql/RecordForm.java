package wrenchline.store.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object with its components in their order, nulls left out. A record of one component called {@code value} is that
 * value itself.
 */
final class RecordForm implements JsonForm {

    private final String name;
    private final Constructor<?> constructor;
    private final List<Part> parts;

    RecordForm(Class<?> type) {
        this.name = type.getSimpleName();
        this.parts = Arrays.stream(type.getRecordComponents()).map(Part::new).toList();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("finding the constructor of " + name, e);
        }
    }

    List<String> components() {
        return parts.stream().map(Part::name).toList();
    }

    @Override
    public JsonNode write(Object value) {
        if (isWrapper()) {
            Part only = parts.getFirst();
            return only.form().write(Objects.requireNonNull(only.valueOf(value)));
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        writeInto(object, value);
        return object;
    }

    void writeInto(ObjectNode object, Object value) {
        for (Part part : parts) {
            Object content = part.valueOf(value);
            if (content != null) {
                object.set(part.name(), part.form().write(content));
            }
        }
    }

    @Override
    public Object read(JsonNode node) {
        return isWrapper() ? create(new Object[] {parts.getFirst().form().read(node)}) : readFields(node);
    }

    Object readFields(JsonNode node) {
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int index = 0; index < values.length; index++) {
            Part part = parts.get(index);
            JsonNode content = node.get(part.name());
            if (content == null && !part.optional()) {
                throw new IllegalArgumentException("reading a " + name + ": it has no '" + part.name() + "'");
            }
            values[index] = content == null ? null : part.form().read(content);
        }
        return create(values);
    }

    private boolean isWrapper() {
        return parts.size() == 1 && parts.getFirst().name().equals("value");
    }

    private Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("reading a " + name + ": its values do not fit", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("creating a " + name, e);
        }
    }

    private record Part(RecordComponent component, JsonForm form, boolean optional) {

        Part(RecordComponent component) {
            this(
                    component,
                    JsonForm.of(component.getGenericType()),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
            component.getAccessor().setAccessible(true);
        }

        String name() {
            return component.getName();
        }

        @Nullable
        Object valueOf(Object owner) {
            try {
                return component.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("reading " + component + " of " + owner, e);
            }
        }
    }
}
