package wrenchline.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.core.reading.Keep;

/**
 * Reads {@code wrenchline.yaml}. A secret that is not given is made at random and kept in the data folder.
 *
 * @param home the folder with {@code config}
 * @param data the folder for everything that the product writes
 * @param overrides stand above the file
 */
public record SettingsFile(Path home, Path data, Overrides overrides) {

    private static final String FOREVER = "forever";
    private static final Duration SHORTEST_KEPT = Duration.ofDays(30);

    /**
     * @throws ConfigurationException with everything that is wrong
     */
    public Settings read(Path file) {
        Secrets secrets = new Secrets(data);
        return YamlFile.read(file, overrides, root -> settings(root, secrets));
    }

    private Settings settings(Section root, Secrets secrets) {
        History history = closing(root.section("history"), this::history);
        return new Settings(
                data,
                closing(root.section("http"), section -> http(section, secrets)),
                closing(root.section("mqtt"), section -> mqtt(section, secrets)),
                root.sections("brokers", SettingsFile::broker),
                closing(root.section("intake"), this::intake),
                SparkplugSection.read(root.section("sparkplug")),
                QuotaSection.read(root.section("quotas")),
                closing(root.section("database"), section -> database(section, secrets)),
                history.store(),
                history.keep(),
                closing(root.section("hotline"), section -> hotline(section, secrets)),
                new SmsSection(home, secrets).read(root.section("sms")));
    }

    private static <T> T closing(Section section, Function<Section, T> read) {
        T value = read.apply(section);
        section.close();
        return value;
    }

    private HttpSettings http(Section section, Secrets secrets) {
        return HttpSection.read(
                section, home, port(section, "port"), secret(section, "operatorToken", secrets, "http.token"));
    }

    private static MqttSettings mqtt(Section section, Secrets secrets) {
        return new MqttSettings(
                section.text("host"),
                port(section, "port"),
                section.integer("tlsPort", 0, 65535, 8883),
                names(section.text("tlsNames", "")),
                section.text("username"),
                secret(section, "password", secrets, "mqtt.password"),
                section.flag("shared", true),
                section.duration("silence", Duration.ofMinutes(5)),
                section.integer("maxPayloadBytes", 256, 64 * 1024 * 1024));
    }

    private static List<String> names(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static BrokerSettings broker(Section section) {
        return new BrokerSettings(
                section.text("url"),
                section.text("clientId"),
                section.flag("sparkplug", false),
                section.text("username", ""),
                new Secret(section.text("password", "")));
    }

    private IntakeSettings intake(Section section) {
        return new IntakeSettings(
                data.resolve("intake"),
                (long) section.integer("spoolMegabytes", 64, 1 << 20) << 20,
                section.duration("clockAhead"));
    }

    private DatabaseSettings database(Section section, Secrets secrets) {
        DatabaseKind kind = section.choice("kind", DatabaseKind.class, DatabaseKind.EMBEDDED);
        String url = section.text("url", "");
        String username = section.text("username", "wrenchline");
        Secret password = secret(section, "password", secrets, "database.password");
        return switch (kind) {
            case EMBEDDED -> new DatabaseSettings.Embedded(data.resolve("postgres"), password);
            case SERVER -> new DatabaseSettings.Server(needed(section, "url", url), username, password);
        };
    }

    private record History(HistorySettings store, Keep keep) {}

    private History history(Section section) {
        return new History(store(section), keep(section));
    }

    private static Keep keep(Section section) {
        Duration readings = kept(section, "keep");
        Duration minutes = kept(section, "keepMinutes");
        Duration hours = kept(section, "keepHours");
        if (readings.compareTo(minutes) > 0 || minutes.compareTo(hours) > 0) {
            section.problem("'keep' must not be longer than 'keepMinutes', nor that longer than 'keepHours'");
            return Keep.ALL;
        }
        return new Keep(readings, minutes, hours);
    }

    private static Duration kept(Section section, String key) {
        if (section.text(key, FOREVER).equals(FOREVER)) {
            return Keep.FOREVER;
        }
        Duration kept = section.duration(key);
        if (kept.compareTo(SHORTEST_KEPT) < 0) {
            section.problem("'" + key + "' must be at least 30d, or forever");
        }
        return kept;
    }

    private HistorySettings store(Section section) {
        HistoryKind kind = section.choice("kind", HistoryKind.class, HistoryKind.QUESTDB);
        String url = section.text("url", "");
        String organisation = section.text("organisation", "wrenchline");
        String bucket = section.text("bucket", "wrenchline");
        Secret token = new Secret(section.text("token", ""));
        return switch (kind) {
            case QUESTDB -> new HistorySettings.Quest(data.resolve("questdb"));
            case INFLUXDB -> new HistorySettings.Influx(needed(section, "url", url), organisation, bucket, token);
        };
    }

    private HotlineSettings hotline(Section section, Secrets secrets) {
        return new HotlineSettings(
                section.text("number"),
                section.text("sipHost"),
                port(section, "sipPort"),
                section.text("trunk", ""),
                asterisk(section, secrets),
                section.text("agiHost"),
                port(section, "agiPort"),
                section.text("amiHost"),
                port(section, "amiPort"),
                section.text("amiUser"),
                secret(section, "amiSecret", secrets, "ami.secret"),
                data.resolve("recordings"),
                home.resolve("config/prompts"),
                section.duration("longestMessage"),
                new HotlineSettings.Bounds(
                        section.integer("mostCalls", 1, 10_000, 150),
                        section.integer("dialsPerHour", 1, 10_000, 12),
                        section.integer("staffDialsPerHour", 1, 10_000, 120)));
    }

    private AsteriskSettings asterisk(Section section, Secrets secrets) {
        AsteriskKind kind = section.choice("asterisk", AsteriskKind.class, AsteriskKind.STARTED);
        String root = section.text("asteriskRoot", "");
        String missing = section.text("asteriskMissing", "");
        String spool = section.text("asteriskSpool", data.resolve("asterisk").toString());
        int first = section.integer("rtpFirst", 1024, 65534);
        int last = section.integer("rtpLast", 1025, 65535);
        Secret phonePassword = secret(section, "phonePassword", secrets, "phone.password");
        return switch (kind) {
            case RUNNING -> new AsteriskSettings.Running(Path.of(spool));
            case STARTED ->
                root.isEmpty()
                        ? new AsteriskSettings.Missing(
                                missing.isEmpty() ? "no Asterisk was prepared: use ./start" : missing)
                        : new AsteriskSettings.Started(
                                Path.of(root),
                                home.resolve("config/asterisk"),
                                data.resolve("asterisk"),
                                phonePassword,
                                first,
                                last);
        };
    }

    private static int port(Section section, String key) {
        return section.integer(key, 0, 65535);
    }

    private static Secret secret(Section section, String key, Secrets secrets, String name) {
        String given = section.text(key, "");
        return given.isEmpty() ? secrets.get(name) : new Secret(given);
    }

    private static String needed(Section section, String key, String value) {
        if (value.isEmpty()) {
            section.problem("'" + key + "' is missing for this kind");
        }
        return value;
    }

    private enum DatabaseKind {
        EMBEDDED,
        SERVER
    }

    private enum HistoryKind {
        QUESTDB,
        INFLUXDB
    }

    private enum AsteriskKind {
        STARTED,
        RUNNING
    }
}
