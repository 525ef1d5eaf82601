package wrenchline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.dashboard.http.Health;
import wrenchline.gateway.identity.OwnAuthority;
import wrenchline.gateway.mqtt.MqttEndpoint;

/**
 * Opens MQTT with TLS once the first machine was enrolled, which may be while the product runs and in another process. A port that
 * cannot be had takes nothing from those who connect without TLS, and is tried again.
 */
final class TlsDoor {

    private static final Logger LOG = LoggerFactory.getLogger(TlsDoor.class);
    private static final String NAME = "mqtt-tls";
    private static final Duration WARNING = Duration.ofDays(30);

    private final MqttEndpoint endpoint;
    private final OwnAuthority authority;
    private final HealthBoard health;
    private final InstantSource clock;
    private volatile Instant expires = Instant.MAX;
    private volatile String trouble = "";
    private boolean open;

    TlsDoor(MqttEndpoint endpoint, OwnAuthority authority, HealthBoard health, InstantSource clock) {
        this.endpoint = endpoint;
        this.authority = authority;
        this.health = health;
        this.clock = clock;
    }

    /** Opens it when it can be opened. To be called again and again. */
    void look() {
        if (!open) {
            authority.server().ifPresent(this::open);
        }
    }

    private void open(OwnAuthority.ServerFiles files) {
        health.add(NAME, this::part);
        try {
            endpoint.startTls(files);
            open = true;
            trouble = "";
            expires = authority.expires().orElse(Instant.MAX);
        } catch (IllegalStateException closed) {
            if (trouble.isEmpty()) {
                LOG.error("opening MQTT with TLS", closed);
            }
            trouble = String.valueOf(closed.getMessage());
        }
    }

    private Health.Part part() {
        if (!trouble.isEmpty()) {
            return Health.Part.down(NAME, false, trouble);
        }
        if (clock.instant().plus(WARNING).isAfter(expires)) {
            LocalDate last = LocalDate.ofInstant(expires, ZoneOffset.UTC);
            return Health.Part.warning(
                    NAME, false, "the product's own certificate expires on " + last + "; start it again to renew it");
        }
        return Health.Part.up(NAME, false);
    }
}
