package wrenchline.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import wrenchline.config.Settings;
import wrenchline.core.reading.Devices;
import wrenchline.gateway.ingest.ByTopic;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.sparkplug.SparkplugHost;
import wrenchline.gateway.thingsboard.ThingsBoardTopics;

/**
 * What controllers speak besides our own topics.
 *
 * @param keep remembers a part, so that it is stopped at the end
 */
record Languages(
        Settings settings,
        Ingest ingest,
        Devices devices,
        RegisteredMachines registered,
        InstantSource clock,
        Consumer<AutoCloseable> keep) {

    private static final Duration GAPS = Duration.ofSeconds(1);

    /** For our own endpoint, where all of them are spoken; {@code host} is the Sparkplug host there. */
    Inlet all(Inlet host) {
        int longest = settings.mqtt().maxPayloadBytes();
        return new ByTopic(
                Map.of(
                        ThingsBoardTopics.ROOT,
                        new ThingsBoardTopics(ingest, devices, longest),
                        SparkplugHost.ROOT,
                        host),
                ingest);
    }

    /** The Sparkplug host of one more MQTT server. */
    SparkplugHost sparkplugHost() {
        SparkplugHost host = new SparkplugHost(
                settings.sparkplug(),
                registered::contains,
                ingest,
                clock,
                settings.mqtt().maxPayloadBytes());
        keep.accept(host::lost);
        keep.accept(Repeating.start("gaps of Sparkplug nodes", GAPS, host::lookForGaps));
        return host;
    }
}
