package wrenchline.gateway.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** A payload with its gzip taken off, if it has any: no JSON and no word begins with the two bytes of its magic. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public sealed interface Inflated {

    /** Fit to be read. */
    record Plain(byte[] bytes) implements Inflated {}

    /** Too long, or no gzip after all. */
    record Wrong(String reason) implements Inflated {}

    /** {@code payload}, which may not be longer than {@code most} bytes, neither as it came nor when inflated. */
    static Inflated of(byte[] payload, int most) {
        if (payload.length > most) {
            return new Wrong(payload.length + " bytes are more than the " + most + " allowed");
        }
        boolean compressed = payload.length > 1 && payload[0] == (byte) 0x1f && payload[1] == (byte) 0x8b;
        return compressed ? inflate(payload, most) : new Plain(payload);
    }

    private static Inflated inflate(byte[] payload, int most) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(payload))) {
            // No more than the bound is ever inflated, however much there may be.
            byte[] plain = gzip.readNBytes(most + 1);
            return plain.length > most
                    ? new Wrong("its gzip inflates to more than the " + most + " bytes allowed")
                    : new Plain(plain);
        } catch (IOException e) {
            return new Wrong(PlainText.of("not readable as gzip: " + e.getMessage()));
        }
    }
}
