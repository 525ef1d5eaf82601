package wrenchline.app;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import wrenchline.config.Settings;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.reading.Readings;
import wrenchline.dashboard.http.Metrics;
import wrenchline.gateway.identity.OwnAuthority;
import wrenchline.store.sql.Database;

/**
 * What the roles share.
 *
 * @param shown the history for those who look at it
 * @param keeper remembers a part, so that it is stopped at the end
 */
record Parts(
        Settings settings,
        Database database,
        Readings readings,
        PromptReadings shown,
        Desk desk,
        OwnAuthority authority,
        Vertx vertx,
        ShortMessages messages,
        HealthBoard health,
        Console console,
        List<Metrics.Source> metrics,
        Consumer<AutoCloseable> keeper) {

    void keep(AutoCloseable part) {
        keeper.accept(part);
    }

    InstantSource clock() {
        return desk.clock();
    }

    DeviceDesk devices() {
        return new DeviceDesk(desk, authority);
    }
}
