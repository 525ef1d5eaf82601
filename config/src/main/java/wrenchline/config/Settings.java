package wrenchline.config;

import java.nio.file.Path;
import java.util.List;

/** Everything that {@code wrenchline.yaml} says, one record per consumer. */
public record Settings(
        Path data,
        HttpSettings http,
        MqttSettings mqtt,
        List<BrokerSettings> brokers,
        IntakeSettings intake,
        SparkplugSettings sparkplug,
        DatabaseSettings database,
        HistorySettings history,
        HotlineSettings hotline) {
    public Settings {
        brokers = List.copyOf(brokers);
    }
}
