/** Measures the telemetry history by itself, without MQTT: what a reading costs, and how long questions and recovery take. */
@NullMarked
package wrenchline.bench.history;

import org.jspecify.annotations.NullMarked;
