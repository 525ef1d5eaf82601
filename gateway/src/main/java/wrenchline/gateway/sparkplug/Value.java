package wrenchline.gateway.sparkplug;

/** A metric's value as it stands in the payload; what it means depends on its {@link DataType}. */
sealed interface Value {

    /** Of {@code int_value} or {@code long_value}, whose type decides over the sign. */
    record Whole(long bits) implements Value {}

    /** Of {@code float_value} or {@code double_value}. */
    record Real(double value) implements Value {}

    /** Of {@code boolean_value}. */
    record Truth(boolean value) implements Value {}

    /** Of {@code string_value}. */
    record Text(String value) implements Value {}

    /** Bytes, data sets, templates and extensions, which are no measurements. */
    record Other() implements Value {}

    /** There is none. */
    record None() implements Value {}
}
