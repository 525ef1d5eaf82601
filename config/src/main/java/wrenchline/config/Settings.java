package wrenchline.config;

import java.nio.file.Path;
import java.util.List;
import wrenchline.core.reading.Keep;

/** Everything that {@code wrenchline.yaml} says, one record per consumer. */
public record Settings(
        Path data,
        HttpSettings http,
        MqttSettings mqtt,
        List<BrokerSettings> brokers,
        IntakeSettings intake,
        SparkplugSettings sparkplug,
        QuotaSettings quotas,
        DatabaseSettings database,
        HistorySettings history,
        Keep keep,
        HotlineSettings hotline,
        SmsSettings sms) {
    public Settings {
        brokers = List.copyOf(brokers);
    }
}
