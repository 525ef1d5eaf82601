package wrenchline.dashboard.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.access.Account;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.Principal;

/**
 * The accounts, keys and ended sessions as a picture in memory, so that the event loop can recognise a caller without waiting for
 * the database. What is changed here is in it at once; what another process changed, within seconds.
 */
public final class Directory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final AccessBooks books;
    private final InstantSource clock;
    private final AtomicReference<Picture> picture;
    private final AtomicReference<@Nullable Thread> looking = new AtomicReference<>();

    public Directory(AccessBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
        this.picture = new AtomicReference<>(look());
    }

    private record Picture(Map<String, Account> accounts, Map<String, ApiKey> keys, Set<String> ended) {}

    /** Begins to look for what other processes changed. */
    public void start() {
        looking.set(Thread.ofVirtual().name("directory").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.sleep(LOOK);
                    lookAgain();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void lookAgain() {
        try {
            refresh();
        } catch (RuntimeException away) {
            LOG.debug("reading accounts: {}", away.toString());
        }
    }

    /** Takes in what has just been changed. */
    public void refresh() {
        picture.set(look());
    }

    private Picture look() {
        return new Picture(
                books.accounts().all().stream()
                        .collect(Collectors.toMap(one -> one.name().value(), one -> one)),
                books.keys().all().stream().collect(Collectors.toMap(ApiKey::digest, one -> one)),
                books.ended().at(clock.instant()));
    }

    /** Whoever signed in with {@code session}, if the session still holds. */
    public Optional<Principal> of(Sessions.Session session) {
        Picture now = picture.get();
        if (now.ended().contains(Digests.of(session.cookie()))) {
            return Optional.empty();
        }
        if (session.account().equals(Principal.OPERATOR)) {
            return Optional.of(Principal.operator());
        }
        return Optional.ofNullable(now.accounts().get(session.account()))
                .filter(account -> !account.disabled() && account.stamp() == session.stamp())
                .map(Account::principal);
    }

    /** The program that sent {@code key}. */
    public Optional<Principal> of(String key) {
        return Optional.ofNullable(picture.get().keys().get(Digests.of(key)))
                .filter(known -> known.holds(clock.instant()))
                .map(ApiKey::principal);
    }

    /** Ends a session for good. */
    public void end(Sessions.Session session) {
        books.ended().end(Digests.of(session.cookie()), session.expires());
        refresh();
    }

    @Override
    public void close() {
        Thread thread = looking.get();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
