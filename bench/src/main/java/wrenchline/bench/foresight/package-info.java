/**
 * Replays data sets through MQTT into the running product and compares its tickets with what the command says of the same files; start
 * reading at {@link wrenchline.bench.foresight.Replay}. May import {@code wrenchline.bench} and Paho.
 */
@NullMarked
package wrenchline.bench.foresight;

import org.jspecify.annotations.NullMarked;
