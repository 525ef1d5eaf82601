package wrenchline.bench;

import java.util.List;

/**
 * A kind of simulated machine: its metrics, each a channel of the recording, scaled to the range that is usual for such a machine.
 * The metrics are those of the equipment model of the same name.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is never changed
enum Kind {
    TWO_POST_LIFT(
            new Channel("oil_temp", "TS1", 1, 0),
            new Channel("pressure", "PS1", 1, 0),
            new Channel("flow", "FS1", 1, 0),
            new Channel("motor_power", "EPS1", 1, 0),
            new Channel("vibration", "VS1", 1, 0),
            new Channel("cooling_efficiency", "CE", 1, 0)),
    SCREW_COMPRESSOR(
            new Channel("discharge_temp", "TS4", 1, 48),
            new Channel("pressure", "PS5", 0.8, 0),
            new Channel("motor_power", "EPS1", 0.006, 0),
            new Channel("cooling_flow", "FS2", 2, 0),
            new Channel("vibration", "VS1", 3, 0)),
    TYRE_CHANGER(
            new Channel("air_pressure", "PS6", 0.85, 0),
            new Channel("motor_power", "EPS1", 0.35, 0),
            new Channel("turntable_torque", "PS2", 6, 0),
            new Channel("vibration", "VS1", 1, 0)),
    BRAKE_TESTER(
            new Channel("motor_temp", "TS4", 1.2, 10),
            new Channel("motor_power", "EPS1", 0.002, 0),
            new Channel("brake_force", "PS2", 0.03, 0),
            new Channel("vibration", "VS1", 1.5, 0));

    private final List<Channel> channels;

    Kind(Channel... channels) {
        this.channels = List.of(channels);
    }

    List<Channel> channels() {
        return channels;
    }

    /** One metric: {@code recorded × factor + offset}. */
    record Channel(String metric, String recorded, double factor, double offset) {}
}
