package wrenchline.gateway.payload;

/** The decimal number that a device means by a number of 32 bits: 21.6, where its nearest one of 64 bits is 21.600000381. */
public final class Decimal {

    private Decimal() {}

    public static double of(float value) {
        return Float.isFinite(value) ? Double.parseDouble(Float.toString(value)) : value;
    }
}
