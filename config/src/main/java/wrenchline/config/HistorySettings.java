package wrenchline.config;

import java.nio.file.Path;

/** Where the telemetry history is kept. */
public sealed interface HistorySettings {

    /** QuestDB in process, with its files in {@code folder}. */
    record Quest(Path folder) implements HistorySettings {}

    /**
     * An InfluxDB server, 1.8 to 3.
     *
     * @param bucket for 1.8, {@code database/retention-policy}
     */
    record Influx(String url, String organisation, String bucket, Secret token) implements HistorySettings {}
}
