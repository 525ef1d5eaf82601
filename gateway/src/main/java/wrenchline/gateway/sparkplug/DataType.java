package wrenchline.gateway.sparkplug;

import java.time.DateTimeException;
import java.time.Instant;
import wrenchline.gateway.payload.Json;

/** What a metric's value means by the number of its datatype (chapter 6 of the specification). */
final class DataType {

    private static final int INT8 = 1;
    private static final int INT16 = 2;
    private static final int INT32 = 3;
    private static final int INT64 = 4;
    private static final int UINT8 = 5;
    private static final int UINT16 = 6;
    private static final int UINT32 = 7;
    private static final int DATE_TIME = 13;

    private DataType() {}

    /** The meaning of a value. */
    sealed interface Meaning {

        /** A measurement. */
        record Measured(double value) implements Meaning {}

        /** Something that the machine says of itself, as JSON. */
        record Told(String json) implements Meaning {}

        /** Nothing that is kept here. */
        record Nothing() implements Meaning {}
    }

    static Meaning of(int datatype, Value value) {
        return switch (value) {
            case Value.Whole(long bits) ->
                datatype == DATE_TIME ? time(bits) : new Meaning.Measured(whole(datatype, bits));
            case Value.Real(double real) -> new Meaning.Measured(real);
            case Value.Truth(boolean truth) -> new Meaning.Measured(truth ? 1 : 0);
            case Value.Text(String text) -> new Meaning.Told(Json.string(text));
            case Value.Other(), Value.None() -> new Meaning.Nothing();
        };
    }

    /** Signed types lie in unsigned fields as their two's complement, and some nodes send no more bits than the type has. */
    private static double whole(int datatype, long bits) {
        return switch (datatype) {
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case INT32 -> (int) bits;
            case INT64 -> bits;
            case UINT8 -> bits & 0xff;
            case UINT16 -> bits & 0xffff;
            case UINT32 -> bits & 0xffff_ffffL;
            default -> unsigned(bits);
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (double) (bits >>> 1) * 2 + (bits & 1);
    }

    private static Meaning time(long milliseconds) {
        try {
            return new Meaning.Told(
                    Json.string(Instant.ofEpochMilli(milliseconds).toString()));
        } catch (DateTimeException e) {
            return new Meaning.Nothing();
        }
    }
}
