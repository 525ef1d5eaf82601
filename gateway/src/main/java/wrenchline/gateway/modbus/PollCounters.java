package wrenchline.gateway.modbus;

import java.util.concurrent.atomic.LongAdder;

/** Polls of all machines since the start, and those of them that brought nothing. */
record PollCounters(LongAdder polls, LongAdder failures) {

    PollCounters() {
        this(new LongAdder(), new LongAdder());
    }
}
