package wrenchline.gateway.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. Numbers are written in groups of seven bits, the lowest first. */
final class Bytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_NUMBER = 10;
    private static final int MOST_KEPT = 1 << 20;

    private byte[] array = new byte[1024];
    private int length;

    void clear() {
        length = 0;
        if (array.length > MOST_KEPT) {
            array = new byte[1024];
        }
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void put(int one) {
        reserve(1);
        array[length++] = (byte) one;
    }

    void fixed(long value) {
        reserve(Long.BYTES);
        LONG.set(array, length, value);
        length += Long.BYTES;
    }

    /** Short when near zero. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    /** Short when small; taken as unsigned. */
    void number(long value) {
        reserve(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            array[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[length++] = (byte) rest;
    }

    void bytes(byte[] bytes) {
        number(bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    /** As UTF-8. */
    void text(String text) {
        int chars = text.length();
        reserve(LONGEST_NUMBER + chars);
        int before = length;
        number(chars);
        for (int index = 0; index < chars; index++) {
            char one = text.charAt(index);
            if (one >= 0x80) {
                length = before;
                bytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            array[length++] = (byte) one;
        }
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.addExact(Math.max(length, array.length / 2), more) * 2);
        }
    }
}
