package wrenchline.dashboard.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import wrenchline.core.access.AccessBooks;
import wrenchline.core.access.Account;
import wrenchline.core.access.AccountName;
import wrenchline.core.access.Accounts;
import wrenchline.core.access.Act;
import wrenchline.core.access.ApiKey;
import wrenchline.core.access.ApiKeys;
import wrenchline.core.access.AuditLog;
import wrenchline.core.access.Claims;
import wrenchline.core.access.EndedSessions;
import wrenchline.core.access.OpenSession;
import wrenchline.core.access.OpenSessions;
import wrenchline.core.access.Turnstile;

/** Accounts, keys, ended sessions and the audit log in memory. */
final class MemoryAccess implements Accounts, EndedSessions, AuditLog {

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final List<Act> acts = new ArrayList<>();

    AccessBooks books() {
        return new AccessBooks(
                this,
                new Keys(new ArrayList<>()),
                new Open(new ConcurrentHashMap<>()),
                this,
                this,
                new Kept(new ConcurrentHashMap<>()),
                new OneLock(new ReentrantLock()));
    }

    @Override
    public synchronized List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public synchronized Optional<Account> find(AccountName name) {
        return Optional.ofNullable(accounts.get(name.value()));
    }

    @Override
    public synchronized boolean add(Account account) {
        return accounts.putIfAbsent(account.name().value(), account) == null;
    }

    @Override
    public synchronized Optional<Account> change(AccountName name, UnaryOperator<Account> change) {
        return Optional.ofNullable(accounts.computeIfPresent(name.value(), (any, account) -> change.apply(account)));
    }

    @Override
    public void end(String digest, Instant expires) {
        ended.put(digest, expires);
    }

    @Override
    public Set<String> at(Instant now) {
        return ended.entrySet().stream()
                .filter(one -> now.isBefore(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized long begin(Act act) {
        long number = acts.size() + 1L;
        acts.add(with(act, number, 0));
        return number;
    }

    @Override
    public synchronized void end(long number, int status) {
        acts.set((int) number - 1, with(acts.get((int) number - 1), number, status));
    }

    @Override
    public synchronized List<Act> page(Filter filter, long before, int atMost) {
        return acts.reversed().stream()
                .filter(act -> act.number() < before)
                .filter(act -> filter.who().isEmpty() || filter.who().equals(act.who()))
                .filter(act ->
                        filter.operation().isEmpty() || filter.operation().equals(act.operation()))
                .filter(act -> filter.object().isEmpty() || filter.object().equals(act.object()))
                .limit(atMost)
                .toList();
    }

    private static Act with(Act act, long number, int status) {
        return new Act(
                number, act.at(), act.who(), act.address(), act.operation(), act.object(), act.details(), status);
    }

    private record Keys(List<ApiKey> keys) implements ApiKeys {

        @Override
        public synchronized List<ApiKey> all() {
            return List.copyOf(keys.reversed());
        }

        @Override
        public synchronized void add(ApiKey key) {
            keys.add(key);
        }

        @Override
        public synchronized boolean revoke(String id) {
            boolean known = keys.stream().anyMatch(key -> key.id().equals(id));
            keys.replaceAll(key -> key.id().equals(id) ? ended(key) : key);
            return known;
        }

        private static ApiKey ended(ApiKey key) {
            return new ApiKey(
                    key.id(),
                    key.name(),
                    key.role(),
                    key.reach(),
                    key.scopes(),
                    key.digest(),
                    key.by(),
                    key.created(),
                    key.expires(),
                    true);
        }
    }

    private record Open(Map<String, OpenSession> sessions) implements OpenSessions {

        @Override
        public void begin(OpenSession session) {
            sessions.put(session.digest(), session);
        }

        @Override
        public void seen(Map<String, Instant> times) {
            times.forEach((digest, seen) -> sessions.computeIfPresent(digest, (any, session) -> session.seenAt(seen)));
        }

        @Override
        public List<OpenSession> at(Instant now) {
            return sessions.values().stream()
                    .filter(session -> now.isBefore(session.expires()))
                    .sorted(Comparator.comparing(OpenSession::began).reversed())
                    .toList();
        }
    }

    private record OneLock(Lock lock) implements Turnstile {

        @Override
        public <T> T alone(String name, Supplier<T> work) {
            lock.lock();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }
    }

    private record Kept(Map<List<String>, Entry> entries) implements Claims {

        private record Entry(String digest, Claim claim) {}

        @Override
        public Claim claim(String who, String key, String digest, Instant now) {
            Entry known = entries.putIfAbsent(List.of(who, key), new Entry(digest, new Claim.Open()));
            return known == null
                    ? new Claim.Fresh()
                    : known.digest().equals(digest) ? known.claim() : new Claim.Taken();
        }

        @Override
        public void answered(String who, String key, int status, String body) {
            entries.computeIfPresent(
                    List.of(who, key), (any, entry) -> new Entry(entry.digest(), new Claim.Answered(status, body)));
        }

        @Override
        public void release(String who, String key) {
            entries.remove(List.of(who, key));
        }
    }
}
