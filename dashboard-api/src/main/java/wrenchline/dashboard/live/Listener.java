package wrenchline.dashboard.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import wrenchline.core.desk.Change;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Latest;

/**
 * One stream of server-sent events, on a virtual thread of its own. Changes are read from where they are kept, from the position
 * that the listener reached, so that none is lost or repeated out of order; values only pass by.
 */
public final class Listener {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** After this long the browser must come again, and with it its right to listen be checked again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int AT_ONCE = 200;

    private final LiveFeed feed;
    private final Sink sink;
    private final InstantSource clock;
    private final Sight sight;
    private long position;
    private Instant spoken;

    /**
     * @param sight what the listener may see
     * @param after the position after which the listener wants changes; below zero for new ones only
     */
    public Listener(LiveFeed feed, Sink sink, InstantSource clock, Sight sight, long after) {
        this.feed = feed;
        this.sink = sink;
        this.clock = clock;
        this.sight = sight;
        this.spoken = clock.instant();
        this.position = after;
    }

    /** Takes text for the listener. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Writes {@code text} and returns when it was handed to the network.
         *
         * @throws IOException when the listener is gone or takes nothing more
         */
        void write(String text) throws IOException, InterruptedException;
    }

    /** The first event: where the stream begins. */
    record Ready(long position, Instant now) {}

    /** Streams until the listener goes away. */
    public void run() throws IOException, InterruptedException {
        Mailbox mailbox = feed.join();
        try {
            Instant end = clock.instant().plus(LONGEST);
            begin();
            catchUp();
            while (clock.instant().isBefore(end)) {
                Mailbox.Mail mail = mailbox.fetch(HEARTBEAT);
                if (mail.changes()) {
                    catchUp();
                }
                pass(mail);
                if (mail.isEmpty() || spoken.plus(HEARTBEAT).isBefore(clock.instant())) {
                    say(Frame.HEARTBEAT);
                }
            }
        } finally {
            feed.leave(mailbox);
        }
    }

    private void begin() throws IOException, InterruptedException {
        long newest = feed.changes().newest();
        // A position from the future belongs to another database.
        if (position < 0 || position > newest) {
            position = newest;
        }
        say("retry: 1000\n" + Frame.resumable(position, "ready", new Ready(position, clock.instant())));
        if (sight.ofTheProduct()) {
            say(Frame.passing("vitals", feed.vitals()));
        }
    }

    private void say(String text) throws IOException, InterruptedException {
        if (!text.isEmpty()) {
            sink.write(text);
            spoken = clock.instant();
        }
    }

    private void catchUp() throws IOException, InterruptedException {
        List<Change> batch;
        do {
            batch = feed.changes().after(position, AT_ONCE);
            StringBuilder text = new StringBuilder();
            for (Change change : sight.of(batch)) {
                text.append(Frame.resumable(change.position(), "change", change));
            }
            say(text.toString());
            if (!batch.isEmpty()) {
                position = batch.getLast().position();
            }
        } while (batch.size() == AT_ONCE);
    }

    private void pass(Mailbox.Mail mail) throws IOException, InterruptedException {
        if (mail.items().isEmpty()) {
            return;
        }
        Predicate<EquipmentId> seen = sight.machines();
        List<Latest> values = mail.of(Latest.class).stream()
                .filter(one -> seen.test(one.equipment()))
                .toList();
        List<Devices.Seen> devices = mail.of(Devices.Seen.class).stream()
                .filter(one -> seen.test(one.equipment()))
                .toList();
        StringBuilder text = new StringBuilder();
        if (!values.isEmpty()) {
            text.append(Frame.passing("readings", values));
        }
        if (!devices.isEmpty()) {
            text.append(Frame.passing("devices", devices));
        }
        mail.items().stream()
                .filter(item -> !(item instanceof Latest) && !(item instanceof Devices.Seen))
                .filter(item -> sight.ofTheProduct())
                .forEach(item -> text.append(Frame.passing("vitals", item)));
        say(text.toString());
    }
}
