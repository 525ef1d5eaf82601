package wrenchline.dashboard.http;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.auth.AccountDesk;
import wrenchline.dashboard.auth.Directory;
import wrenchline.dashboard.live.LiveFeed;
import wrenchline.dashboard.webhook.Postman;

/** What runs behind the routes for as long as the server does. */
record Machinery(
        Overview overview,
        LiveFeed feed,
        Directory directory,
        AccountDesk accounts,
        Postman postman,
        ExecutorService virtualThreads)
        implements AutoCloseable {

    static Machinery of(Vertx vertx, HttpSettings settings, Ports ports) {
        InstantSource clock = ports.desk().clock();
        Overview overview = new Overview(ports);
        Directory directory = new Directory(ports.access(), clock, settings.signIn());
        return new Machinery(
                overview,
                new LiveFeed(ports.changes(), ports.readings(), ports.devices(), overview::now),
                directory,
                new AccountDesk(ports.access().accounts(), directory, settings.operatorToken(), clock),
                new Postman(vertx, ports.webhooks(), ports.changes(), clock, settings.webhooks()),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("http-", 0).factory()));
    }

    void start() {
        feed.start();
        directory.start();
        postman.start();
    }

    @Override
    public void close() {
        feed.close();
        directory.close();
        postman.close();
        virtualThreads.shutdownNow();
    }
}
