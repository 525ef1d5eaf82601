package wrenchline.app;

import wrenchline.config.HistorySettings;
import wrenchline.core.reading.Readings;
import wrenchline.store.series.InfluxReadings;
import wrenchline.store.series.QuestReadings;

/** Opens the telemetry history that the settings name. */
final class Histories {

    private Histories() {}

    /**
     * A history that is open.
     *
     * @param end closes it
     */
    record Opened(Readings readings, AutoCloseable end) {}

    static Opened open(HistorySettings settings) {
        return switch (settings) {
            case HistorySettings.Quest quest -> {
                QuestReadings readings = QuestReadings.open(quest);
                yield new Opened(readings, readings);
            }
            case HistorySettings.Influx influx -> {
                InfluxReadings readings = InfluxReadings.open(influx);
                yield new Opened(readings, readings);
            }
        };
    }
}
