package wrenchline.prediction.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Splits cycles by whole blocks: a random split would put near copies of the tested cycles into the training. */
public final class BlockFolds {

    private BlockFolds() {}

    /** The cycles to hold out in each of {@code count} folds, the blocks dealt by {@code seed}; no empty fold. */
    public static List<int[]> deal(LabelledCycles known, int count, long seed) {
        List<Integer> blocks =
                new ArrayList<>(known.blocks().stream().distinct().toList());
        Collections.shuffle(blocks, new Random(seed));
        return IntStream.range(0, Math.min(count, blocks.size()))
                .mapToObj(fold -> IntStream.range(0, known.size())
                        .filter(cycle -> blocks.indexOf(known.blocks().get(cycle)) % count == fold)
                        .toArray())
                .toList();
    }

    /** All cycles but {@code heldOut}, which must rise. */
    public static int[] others(LabelledCycles known, int[] heldOut) {
        return IntStream.range(0, known.size())
                .filter(cycle -> Arrays.binarySearch(heldOut, cycle) < 0)
                .toArray();
    }
}
