package wrenchline.core.reading;

import java.util.Map;

/**
 * 64 bits that stand for what a reading says. Each name is hashed by FNV-1a and mixed with its value; the sum of all does not depend
 * on their order. What is stored is keyed by it, so it must never change.
 */
final class Digest {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Digest() {}

    static long of(long seq, Map<String, Double> values) {
        long sum = mix(seq);
        for (Map.Entry<String, Double> entry : values.entrySet()) {
            sum += mix(hash(entry.getKey()) + mix(Double.doubleToLongBits(entry.getValue())));
        }
        return mix(sum);
    }

    private static long hash(String name) {
        long hash = FNV_BASIS;
        for (int index = 0; index < name.length(); index++) {
            hash = (hash ^ name.charAt(index)) * FNV_PRIME;
        }
        return hash;
    }

    /** The step of SplitMix64 (Steele, Lea, Flood 2014): each bit of the input changes half of the output. */
    private static long mix(long bits) {
        long mixed = bits + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
