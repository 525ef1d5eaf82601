package wrenchline.dashboard.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.HttpSettings;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.access.Account;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.OpenSession;
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
    private final Presence presence;
    private final boolean factorRequired;
    private final AtomicReference<Picture> picture;
    private final AtomicReference<@Nullable Thread> looking = new AtomicReference<>();

    public Directory(AccessBooks books, InstantSource clock, HttpSettings.SignIn signIn) {
        this.books = books;
        this.clock = clock;
        this.factorRequired = signIn.secondFactorRequired();
        this.presence = new Presence(books.open(), signIn.idle());
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
            presence.keep();
            refresh();
        } catch (RuntimeException away) {
            LOG.debug("reading accounts: {}", away.toString());
        }
    }

    /** Takes in what has just been changed. */
    public synchronized void refresh() {
        picture.set(look());
    }

    private Picture look() {
        presence.look(clock.instant());
        return new Picture(
                books.accounts().all().stream()
                        .collect(Collectors.toMap(one -> one.name().value(), one -> one)),
                books.keys().all().stream().collect(Collectors.toMap(ApiKey::digest, one -> one)),
                books.ended().at(clock.instant()));
    }

    /** Whoever signed in with {@code session}, if the session still holds; it is in use from then on. */
    public Optional<Principal> of(Sessions.Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.expires())
                ? principal(session.digest(), session.account(), session.stamp())
                        .filter(known -> presence.use(session.digest(), now))
                : Optional.empty();
    }

    private Optional<Principal> principal(String digest, String account, long stamp) {
        Picture now = picture.get();
        if (now.ended().contains(digest)) {
            return Optional.empty();
        }
        if (account.equals(Principal.OPERATOR)) {
            return Optional.of(Principal.operator());
        }
        return Optional.ofNullable(now.accounts().get(account))
                .filter(known -> !known.disabled() && known.stamp() == stamp)
                .map(Account::principal);
    }

    /** Whether an account must get a second factor before it may do anything else; the operator is no account. */
    public boolean mustEnrol(Principal principal) {
        Account account = picture.get().accounts().get(principal.name());
        return factorRequired && account != null && !account.factor().confirmed();
    }

    /** The sessions of {@code account} that hold, the newest first. */
    public List<OpenSession> sessions(String account) {
        return presence.open(clock.instant()).stream()
                .filter(one -> one.account().equals(account))
                .filter(one -> principal(one.digest(), account, one.stamp()).isPresent())
                .toList();
    }

    /** The program that sent {@code key}. */
    public Optional<Principal> of(String key) {
        return Optional.ofNullable(picture.get().keys().get(Digests.of(key)))
                .filter(known -> known.holds(clock.instant()))
                .map(ApiKey::principal);
    }

    /** Writes down that a session has begun. */
    public void begin(Sessions.Session session, String address, String browser) {
        Instant now = clock.instant();
        books.open()
                .begin(new OpenSession(
                        session.digest(),
                        session.account(),
                        session.stamp(),
                        now,
                        now,
                        session.expires(),
                        address,
                        browser));
        refresh();
    }

    /** Ends a session for good, by the digest of its cookie. */
    public void end(String digest, Instant expires) {
        books.ended().end(digest, expires);
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
