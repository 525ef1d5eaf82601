package wrenchline.bench.compare;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import wrenchline.bench.load.Load;
import wrenchline.bench.load.Machine;

/**
 * Something that takes messages by MQTT.
 *
 * @param where its address and credentials; connections, window and rate are filled in
 * @param machines that publish to it, with counters of their own
 * @param seen messages that the last of its servers has taken over so far
 * @param arrived messages that are where they belong so far, for instance in the history
 * @param servers the CPU that its processes have taken
 * @param helper the CPU that our side has taken beside the generator: a subscriber
 * @param mostAhead messages that may be acknowledged and not seen: a broker acknowledges what its subscriber has not seen
 */
record Contender(
        String name,
        Load where,
        List<Machine> machines,
        LongSupplier seen,
        LongSupplier arrived,
        Supplier<Duration> servers,
        Supplier<Duration> helper,
        long mostAhead) {

    /** The same, with the first {@code count} of its machines alone. */
    Contender ofFirst(int count) {
        return new Contender(name, where, machines.subList(0, count), seen, arrived, servers, helper, mostAhead);
    }
}
