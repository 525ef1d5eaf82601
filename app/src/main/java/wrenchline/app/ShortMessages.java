package wrenchline.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wrenchline.config.SmsProvider;
import wrenchline.config.SmsSettings;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.InboxDesk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.Push;
import wrenchline.dashboard.http.Health;
import wrenchline.hotline.sms.LocalMessenger;
import wrenchline.hotline.sms.Provider;
import wrenchline.hotline.sms.alibaba.AlibabaMessenger;
import wrenchline.hotline.sms.http.HttpMessenger;
import wrenchline.hotline.sms.smpp.SmppMessenger;

/** The providers of short messages that the settings name, and the desk that uses them. */
final class ShortMessages implements AutoCloseable {

    private static final Duration OUTBOX = Duration.ofMillis(100);

    private static final Duration TORN = Duration.ofSeconds(5);

    /** So many are being handed over at once; the outbox waits meanwhile. */
    private static final int MOST_AT_ONCE = 64;

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final List<Provider> lines = new ArrayList<>();
    private final List<Push> pushes = new ArrayList<>();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final NoticeDesk notices;
    private final ReplyDesk replies;
    private final Inbox inbox;
    private final List<Repeating> running = new ArrayList<>();

    ShortMessages(SmsSettings settings, Desk desk, Console console) {
        List<Messenger> messengers = new ArrayList<>();
        for (SmsProvider provider : settings.providers()) {
            messengers.add(
                    switch (provider) {
                        case SmsProvider.Local local -> console.showing(new LocalMessenger(local.name()));
                        case SmsProvider.Smpp smpp -> line(new SmppMessenger(smpp));
                        case SmsProvider.Alibaba alibaba -> pushing(new AlibabaMessenger(alibaba, desk.clock()));
                        case SmsProvider.Http http -> pushing(new HttpMessenger(http));
                    });
        }
        notices = new NoticeDesk(desk, new Providers(messengers), settings.rules(), bounded());
        replies = new ReplyDesk(desk, settings.rules());
        inbox = new InboxDesk(notices, replies);
    }

    private <T extends Provider> T line(T provider) {
        lines.add(provider);
        return provider;
    }

    private <T extends Provider & Push> T pushing(T provider) {
        pushes.add(provider);
        return line(provider);
    }

    /** Sends and receives from now on. */
    void start(HealthBoard health) {
        for (Provider line : lines) {
            line.start(inbox);
            health.add(
                    "sms " + line.name(),
                    () -> line.trouble()
                            .map(reason -> Health.Part.down("sms " + line.name(), false, reason))
                            .orElseGet(() -> Health.Part.up("sms " + line.name(), false)));
        }
        running.add(Repeating.steps("outbox", OUTBOX, () -> notices.submitDue() > 0));
        running.add(Repeating.start("torn messages", TORN, replies::receiveTorn));
    }

    Inbox inbox() {
        return inbox;
    }

    List<Push> pushes() {
        return pushes;
    }

    private Executor bounded() {
        return task -> {
            room.acquireUninterruptibly();
            Thread.ofVirtual().name("sms").start(() -> {
                try {
                    task.run();
                } finally {
                    room.release();
                }
            });
        };
    }

    @Override
    public void close() {
        running.forEach(Repeating::close);
        try {
            // What is being handed over may still be answered; else it is asked about after the next start.
            room.tryAcquire(MOST_AT_ONCE, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(Provider::close);
    }
}
