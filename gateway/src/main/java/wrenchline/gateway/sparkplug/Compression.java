package wrenchline.gateway.sparkplug;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Payloads within payloads: Tahu's nodes compress so when asked to. */
final class Compression {

    private static final String MARK = "SPBV1.0_COMPRESSED";

    private Compression() {}

    /**
     * The payload within {@code outer}, or {@code outer} itself when it is not compressed.
     *
     * @param most bytes to which it may inflate
     * @throws IOException when it inflates to more or cannot be read
     */
    static Payload inner(Payload outer, int most) throws IOException {
        if (!outer.uuid().equals(MARK)) {
            return outer;
        }
        try (InputStream in = open(outer)) {
            // No more than the bound is ever inflated, however much there may be.
            byte[] plain = in.readNBytes(most + 1);
            if (plain.length > most) {
                throw new IOException("it inflates to more than the " + most + " bytes allowed");
            }
            Payload inner = PayloadReader.read(plain);
            return inner.seq() == Payload.NONE
                    ? new Payload(inner.timestamp(), outer.seq(), inner.metrics(), "", new byte[0])
                    : inner;
        }
    }

    private static InputStream open(Payload outer) throws IOException {
        InputStream body = new ByteArrayInputStream(outer.body());
        return isGzip(outer) ? new GZIPInputStream(body) : new InflaterInputStream(body);
    }

    private static boolean isGzip(Payload outer) {
        return outer.metrics().stream()
                .anyMatch(metric -> metric.name().equals("algorithm")
                        && metric.value() instanceof Value.Text(String algorithm)
                        && algorithm.equalsIgnoreCase("GZIP"));
    }
}
