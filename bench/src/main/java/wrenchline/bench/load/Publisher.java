package wrenchline.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection: the machines that share it, and what of theirs is not acknowledged yet. */
final class Publisher {

    private static final int READ_BYTES = 16 * 1024;
    private static final int WRITE_BYTES = 128 * 1024;

    private final SocketChannel channel;
    private final List<Machine> machines;
    private final Tally tally;
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private final ByteBuffer out;
    /** Packet ids that are free, as a stack. */
    private final int[] free;

    private int freeCount;
    private final @Nullable Machine[] machineOf;
    private final int[] numberOf;
    private final long[] dueOf;
    private int turn;
    private long nextDue;
    private long step;

    Publisher(SocketChannel channel, List<Machine> machines, int window, Tally tally) {
        this.channel = channel;
        this.machines = machines;
        this.tally = tally;
        int largest = machines.stream().mapToInt(Machine::size).max().orElseThrow();
        this.out = ByteBuffer.allocateDirect(Math.max(largest, Math.min(WRITE_BYTES, window * largest)));
        this.free = new int[window];
        this.machineOf = new Machine[window + 1];
        this.numberOf = new int[window + 1];
        this.dueOf = new long[window + 1];
        for (int id = window; id >= 1; id--) {
            free[freeCount++] = id;
        }
    }

    /** The first message is due at {@code first}, and one more after each {@code stepNanos}; 0 is as fast as the window allows. */
    void plan(long first, long stepNanos) {
        nextDue = first;
        step = stepNanos;
    }

    /**
     * Queues what is due at {@code now}, as far as window and socket allow; the rest stays due. Flat-out it waits until half the
     * window is free, as a controller that sends what it has gathered.
     */
    void publishDue(long now, Machine.Now clock) {
        if (step == 0 && 2 * freeCount < free.length) {
            return;
        }
        while (nextDue <= now
                && freeCount > 0
                && out.remaining() >= machines.get(turn).size()) {
            publish(step == 0 ? now : nextDue, clock);
            nextDue += step;
        }
    }

    private void publish(long dueNanos, Machine.Now clock) {
        Machine machine = machines.get(turn);
        turn = turn + 1 == machines.size() ? 0 : turn + 1;
        int id = free[--freeCount];
        machineOf[id] = machine;
        dueOf[id] = dueNanos;
        numberOf[id] = machine.encode(out, id, clock);
        tally.published();
    }

    /** What the socket does not take now is tried again at the next turn. */
    void flush() throws IOException {
        if (out.position() > 0) {
            out.flip();
            channel.write(out);
            out.compact();
        }
    }

    /** Takes all acknowledgements that have arrived. */
    void read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed the connection");
        }
        long now = System.nanoTime();
        in.flip();
        int at = 0;
        for (int length = Packets.length(in, at); length > 0; length = Packets.length(in, at)) {
            if ((in.get(at) & 0xF0) == Packets.PUBACK) {
                acknowledged(in.getShort(at + 2) & 0xFFFF, now);
            }
            at += length;
        }
        in.position(at);
        in.compact();
    }

    private void acknowledged(int id, long now) {
        Machine machine = id < machineOf.length ? machineOf[id] : null;
        if (machine == null) {
            throw new IllegalStateException("message " + id + " was acknowledged, but not sent");
        }
        machineOf[id] = null;
        free[freeCount++] = id;
        machine.acknowledged(numberOf[id]);
        tally.acknowledged(now - dueOf[id], now);
    }
}
