package wrenchline.store.sql;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.TicketId;

/** Random values of the domain's types, found by their shape alone, so that a new state or event is tried without a new line here. */
final class Samples {

    private static final List<String> TEXTS =
            List.of("1", "", "plain", "油温过高", "quote \" and \\ and\nline", "emoji 🔧", "{\"is\":\"Closed\"}");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RandomGenerator random;
    private final List<UUID> attempts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00.123456789Z");
    private @Nullable Long ticket;

    Samples(RandomGenerator random) {
        this.random = random;
    }

    /** From now on every ticket number is {@code number}. */
    Samples ofTicket(long number) {
        ticket = number;
        return this;
    }

    /** From now on times lie near {@code now}, and attempts are often those that {@code state} names. */
    void near(Instant now, String state) {
        this.now = now;
        attempts.clear();
        UUID_FORM.matcher(state).results().forEach(found -> attempts.add(UUID.fromString(found.group())));
    }

    /** Every record that {@code type} stands for. */
    static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Samples::leaves) : Stream.of(type);
    }

    <T> T of(Class<T> type) {
        T sample = type.cast(value(type));
        // Random keys would hardly ever be the right ones.
        return sample instanceof CallbackEvent.Accepted(AttemptId attempt, String _) && random.nextBoolean()
                ? type.cast(new CallbackEvent.Accepted(attempt, attempt.acceptKeys()))
                : sample;
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Stream.generate(() -> value(list.getActualTypeArguments()[0]))
                    .limit(random.nextInt(3))
                    .toList();
        }
        if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            return Stream.generate(() -> value(set.getActualTypeArguments()[0]))
                    .limit(random.nextInt(3))
                    .collect(Collectors.toSet());
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isInterface() && simple.isSealed()) {
            List<Class<?>> leaves = leaves(simple).toList();
            return value(leaves.get(random.nextInt(leaves.size())));
        }
        if (simple.isRecord()) {
            return filled(simple);
        }
        if (simple.isEnum()) {
            return pick(List.of(simple.getEnumConstants()));
        }
        return scalar(simple);
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> pick(TEXTS);
            case "int" -> random.nextInt(10);
            case "long" -> random.nextLong();
            case "double" -> random.nextDouble(-1e9, 1e9);
            case "boolean" -> random.nextBoolean();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "Instant" -> now.minusNanos(random.nextLong(600_000_000_000L));
            case "Duration" -> Duration.ofMillis(random.nextInt(60_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(20_000));
            case "LocalTime" -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
            case "ZoneId" -> ZoneId.of("Asia/Shanghai");
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private Object filled(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            boolean leftOut = component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean();
            values.add(leftOut ? null : component(type, component));
        }
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("making a sample of " + type, e);
        }
    }

    private Object component(Class<?> owner, RecordComponent component) {
        if (owner == EquipmentId.class) {
            return "lift-" + random.nextInt(1_000_000);
        }
        if (owner == TicketId.class && ticket != null) {
            return ticket;
        }
        if (owner == AttemptId.class && !attempts.isEmpty() && random.nextInt(10) > 0) {
            return pick(attempts);
        }
        if (component.getName().equals("until") && component.getType() == Instant.class) {
            return now.plusNanos(random.nextLong(600_000_000_000L));
        }
        if (component.getName().equals("within")) {
            return Duration.ofMinutes(random.nextInt(60));
        }
        boolean unique = component.getName().equals("key");
        return unique ? "key-" + random.nextLong() : value(component.getGenericType());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
