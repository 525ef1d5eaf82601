package wrenchline.app;

import java.time.Duration;
import java.util.function.IntSupplier;
import wrenchline.core.desk.SilenceDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.desk.Watch;
import wrenchline.dashboard.http.Health;

/** Reads the clocks and sends the messages. */
record DeskRole(Parts parts) {

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration SILENCE_SWEEP = Duration.ofSeconds(10);

    void start() {
        Sweep sweep = new Sweep(parts.desk());
        parts.keep(Anchoring.start(parts.database().anchors(), parts.settings().data(), parts.clock()));
        sweep("callbacks", sweep::callbacks);
        sweep("promises", sweep::promises);
        parts.messages().start(parts.health());
        parts.keep(RecordingSweep.start(
                parts.database().recordings(),
                parts.settings().data(),
                parts.desk().policy().keepRecordings(),
                parts.clock()));
        sweep("escalations", sweep::escalations);
        sweep("complaints", sweep::complaints);
        Watch watch = new Watch(parts.desk());
        parts.keep(Repeating.start("watch over the desk", WATCH, watch::look));
        parts.health()
                .add(
                        "desk",
                        () -> watch.trouble()
                                .map(trouble -> Health.Part.down(
                                        "desk",
                                        false,
                                        trouble.kind() + " since " + trouble.since() + ", ticket " + trouble.ticket()))
                                .orElseGet(() -> Health.Part.up("desk", false)));
        parts.keep(Repeating.start(
                "silent machines",
                SILENCE_SWEEP,
                () -> parts.database()
                        .devices()
                        .noteSilent(parts.clock()
                                .instant()
                                .minus(parts.settings().mqtt().silence()))));
        SilenceDesk silence =
                new SilenceDesk(parts.desk(), parts.database().devices(), new TelemetryDesk(parts.desk()));
        parts.keep(Repeating.start("machines that should report", SILENCE_SWEEP, silence::sweep));
        parts.keep(Repeating.start("list of unknown machines", SWEEP, parts.devices()::listUnknown));
    }

    private void sweep(String what, IntSupplier batch) {
        parts.keep(Repeating.steps("sweep of " + what, SWEEP, () -> batch.getAsInt() == Sweep.BATCH));
    }
}
