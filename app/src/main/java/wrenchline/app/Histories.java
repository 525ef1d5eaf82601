package wrenchline.app;

import java.util.function.UnaryOperator;
import wrenchline.config.HistorySettings;
import wrenchline.core.reading.Readings;
import wrenchline.store.series.InfluxReadings;
import wrenchline.store.series.QuestReadings;

/** Opens the telemetry history that the settings name. */
final class Histories {

    private Histories() {}

    static Readings open(HistorySettings settings, UnaryOperator<AutoCloseable> keep) {
        return switch (settings) {
            case HistorySettings.Quest quest -> {
                QuestReadings readings = QuestReadings.open(quest);
                keep.apply(readings);
                yield readings;
            }
            case HistorySettings.Influx influx -> {
                InfluxReadings readings = InfluxReadings.open(influx);
                keep.apply(readings);
                yield readings;
            }
        };
    }

    /** Whether the history answers now. */
    static boolean answer(Readings readings) {
        try {
            readings.latest();
            return true;
        } catch (Readings.HistoryUnavailable away) {
            return false;
        }
    }
}
