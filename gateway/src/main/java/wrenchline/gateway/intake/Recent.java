package wrenchline.gateway.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads names that come again and again without making them anew each time. Never larger, whatever names are sent. */
final class Recent<T> {

    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 128;

    @SuppressWarnings("ArrayRecordComponent") // never handed out
    private record Known<T>(byte[] bytes, T value) {}

    private final Function<String, T> make;
    private final @Nullable Known<T>[] slots = slots();
    private byte[] scratch = new byte[LONGEST];

    Recent(Function<String, T> make) {
        this.make = make;
    }

    T read(ByteBuffer body) {
        int length = EntryReader.count(body);
        if (length > scratch.length) {
            byte[] bytes = new byte[length];
            body.get(bytes);
            return make.apply(new String(bytes, StandardCharsets.UTF_8));
        }
        body.get(scratch, 0, length);
        int hash = length;
        for (int index = 0; index < length; index++) {
            hash = 31 * hash + scratch[index];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Known<T> known = slots[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, scratch, 0, length)) {
            return known.value;
        }
        byte[] bytes = Arrays.copyOf(scratch, length);
        T value = make.apply(new String(bytes, StandardCharsets.UTF_8));
        slots[slot] = new Known<>(bytes, value);
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static <T> @Nullable Known<T>[] slots() {
        return new Known[SLOTS];
    }
}
