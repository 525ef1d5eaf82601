package wrenchline.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.MqttSettings;
import wrenchline.core.device.Credential;
import wrenchline.core.device.TopicRights;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.identity.Verdict.Reason;

/** Lets in the site's shared account and the machines of the directory. Secrets are compared in a time that tells nothing of them. */
public final class Door implements Doorkeeper, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Wrong attempts from one address that may wait for their answer at a time. */
    private static final int MOST_WAITING = 32;

    private final MqttSettings settings;
    private final Directory directory;
    private final BiConsumer<EquipmentId, String> firstUse;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder refused = new LongAdder();
    private final Patience patience = new Patience();
    private final Map<String, Integer> waiting = new HashMap<>();

    /** @param firstUse told when a machine begins to use its next credential, with that one's digest */
    public Door(
            MqttSettings settings, Directory directory, BiConsumer<EquipmentId, String> firstUse, InstantSource clock) {
        this.settings = settings;
        this.directory = directory;
        this.firstUse = firstUse;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Verdict> admit(Attempt attempt) {
        if (isCrowded(attempt.address())) {
            refused.increment();
            return CompletableFuture.completedStage(new Verdict.Out(Reason.TOO_MANY_ATTEMPTS));
        }
        CompletableFuture<Verdict> answer = new CompletableFuture<>();
        threads.execute(() -> {
            switch (judgeTwice(attempt)) {
                case Verdict.In in -> {
                    answer.complete(in);
                    noteUse(in.identity());
                }
                case Verdict.Out out -> {
                    refused.increment();
                    letWait(attempt.address(), attempt.username());
                    answer.complete(out);
                }
            }
        });
        return answer;
    }

    @Override
    public boolean holds(Identity identity) {
        return switch (identity) {
            case Identity.Stranger _ -> false;
            case Identity.Site _ -> settings.shared();
            case Identity.Machine machine ->
                machine(machine.equipment(), credential -> credential.digest().equals(machine.digest()))
                        .filter(machine::equals)
                        .isPresent();
        };
    }

    /** Attempts that were refused since the start. */
    public long refused() {
        return refused.sum();
    }

    /** An account that was made a moment ago is not refused. */
    private Verdict judgeTwice(Attempt attempt) {
        long known = directory.position();
        Verdict verdict = judge(attempt);
        return verdict instanceof Verdict.Out && hasNewsSince(known) ? judge(attempt) : verdict;
    }

    /** While the database is away, what is known decides. */
    private boolean hasNewsSince(long known) {
        try {
            directory.refresh();
        } catch (RuntimeException away) {
            LOG.warn("looking for new device accounts: {}", away.toString());
        }
        return directory.position() != known;
    }

    private Verdict judge(Attempt attempt) {
        if (!attempt.certificate().isEmpty()) {
            return byCertificate(attempt)
                    .<Verdict>map(Verdict.In::new)
                    .orElseGet(() -> new Verdict.Out(Reason.REVOKED));
        }
        if (isSite(attempt)) {
            return new Verdict.In(new Identity.Site());
        }
        Optional<Identity.Machine> machine = attempt.password().isEmpty() ? byToken(attempt) : byPassword(attempt);
        return machine.<Verdict>map(Verdict.In::new).orElseGet(() -> new Verdict.Out(Reason.WRONG_PASSWORD));
    }

    private boolean isSite(Attempt attempt) {
        boolean sameName = same(settings.username(), attempt.username());
        boolean samePassword = same(settings.password().value(), attempt.password());
        return settings.shared() && sameName && samePassword;
    }

    /** Compared as digests, so that not even the length shows in the time taken. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                Credential.sha256(one.getBytes(UTF_8)).getBytes(UTF_8),
                Credential.sha256(other.getBytes(UTF_8)).getBytes(UTF_8));
    }

    /** A user name beside the certificate must be the machine's. */
    private Optional<Identity.Machine> byCertificate(Attempt attempt) {
        return directory
                .owner(attempt.certificate())
                .filter(owner ->
                        attempt.username().isEmpty() || attempt.username().equals(owner.value()))
                .flatMap(owner -> machine(
                        owner,
                        credential -> credential instanceof Credential.Certificate
                                && credential.digest().equals(attempt.certificate())));
    }

    private Optional<Identity.Machine> byToken(Attempt attempt) {
        String digest = Credential.sha256(attempt.username().getBytes(UTF_8));
        return directory
                .owner(digest)
                .flatMap(owner -> machine(
                        owner,
                        credential -> credential instanceof Credential.Token
                                && credential.digest().equals(digest)));
    }

    private Optional<Identity.Machine> byPassword(Attempt attempt) {
        return EquipmentId.isValid(attempt.username())
                ? machine(
                        new EquipmentId(attempt.username()),
                        credential ->
                                credential instanceof Credential.Password password && password.is(attempt.password()))
                : Optional.empty();
    }

    /** {@code equipment} with its credential that {@code fits}, if it is approved and has one. */
    private Optional<Identity.Machine> machine(EquipmentId equipment, Predicate<Credential> fits) {
        return directory
                .approved(equipment)
                .flatMap(account -> account.credentials().stream()
                        .filter(fits)
                        .findFirst()
                        .map(credential -> new Identity.Machine(
                                equipment, credential.digest(), TopicRights.of(equipment, account.topics()))));
    }

    /** A first use that cannot be noted now is noted at the next one. */
    private void noteUse(Identity identity) {
        if (!(identity instanceof Identity.Machine machine)) {
            return;
        }
        boolean isNext = directory
                .approved(machine.equipment())
                .filter(account -> account.credentials().size() > 1)
                .filter(account -> account.credentials().getLast().digest().equals(machine.digest()))
                .isPresent();
        if (isNext) {
            try {
                firstUse.accept(machine.equipment(), machine.digest());
            } catch (RuntimeException away) {
                LOG.warn("noting that {} uses its next credential: {}", machine.equipment(), away.toString());
            }
        }
    }

    private void letWait(String address, String username) {
        Duration wait;
        synchronized (waiting) {
            waiting.merge(address, 1, Integer::sum);
            wait = patience.afterFailure(address, username, clock.instant());
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (waiting) {
                waiting.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private boolean isCrowded(String address) {
        synchronized (waiting) {
            return waiting.getOrDefault(address, 0) >= MOST_WAITING;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
