package wrenchline.testkit.phone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for a tone in a recording of 8 kHz, mono, 16 bit. */
final class Tone {

    private static final int HEADER = 44;
    private static final int RATE = 8000;
    private static final int BLOCK = 400;
    private static final double LOUD = 300;

    private Tone() {}

    /** The share of the blocks of 50 ms in which the tone carries most of the energy. */
    static double share(Path file, int hertz) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var samples = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int blocks = samples.remaining() / BLOCK;
        int found = 0;
        for (int block = 0; block < blocks; block++) {
            short[] part = new short[BLOCK];
            samples.get(part);
            found += carries(part, hertz) ? 1 : 0;
        }
        return blocks == 0 ? 0 : (double) found / blocks;
    }

    /** Goertzel's algorithm. */
    private static boolean carries(short[] part, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double one = 0;
        double two = 0;
        double energy = 0;
        for (short sample : part) {
            double next = sample + coefficient * one - two;
            two = one;
            one = next;
            energy += (double) sample * sample;
        }
        double power = one * one + two * two - coefficient * one * two;
        return energy / part.length > LOUD * LOUD && power > 0.5 * energy * part.length / 2;
    }
}
