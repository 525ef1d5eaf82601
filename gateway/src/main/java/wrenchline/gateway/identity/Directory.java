package wrenchline.gateway.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wrenchline.core.device.AccountNews;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/**
 * The device accounts in memory, as they were told of last: a machine can sign in while the database is away, and ten thousand at
 * once cost it nothing.
 */
public final class Directory {

    private final AccountNews news;
    private final Object looking = new Object();
    private final Map<EquipmentId, AccountState> states = new HashMap<>();
    private final Map<String, EquipmentId> owners = new HashMap<>();
    private final AtomicLong asked = new AtomicLong();
    /** The last of those that {@code asked} to have its answer. */
    private long answered;

    private @Nullable RuntimeException failure;
    private volatile long position = AccountNews.BEGINNING;
    private volatile Runnable whenChanged = () -> {};

    /** Reads all accounts. */
    public Directory(AccountNews news) {
        this.news = news;
        refresh();
    }

    /** {@code task} runs whenever accounts have changed, on the thread that found it. */
    public void whenChanged(Runnable task) {
        whenChanged = task;
    }

    /** Reads what has changed. Those that ask while another look is under way share the next one, also its failure. */
    public void refresh() {
        long mine = asked.incrementAndGet();
        synchronized (looking) {
            if (answered < mine) {
                long all = asked.get();
                failure = look();
                answered = all;
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private @Nullable RuntimeException look() {
        try {
            AccountNews.News fresh = news.after(position);
            fresh.accounts().forEach(this::enter);
            position = fresh.position();
            if (!fresh.accounts().isEmpty()) {
                whenChanged.run();
            }
            return null;
        } catch (RuntimeException away) {
            return away;
        }
    }

    /** Grows with what is known. */
    long position() {
        return position;
    }

    synchronized Optional<AccountState.Approved> approved(EquipmentId equipment) {
        return states.get(equipment) instanceof AccountState.Approved approved
                ? Optional.of(approved)
                : Optional.empty();
    }

    /** Whose credential has {@code digest}. */
    synchronized Optional<EquipmentId> owner(String digest) {
        return Optional.ofNullable(owners.get(digest));
    }

    private synchronized void enter(Tracked<DeviceAccount, AccountState> account) {
        EquipmentId equipment = account.facts().equipment();
        AccountState before = states.put(equipment, account.state());
        if (before != null) {
            before.credentials().forEach(credential -> owners.remove(credential.digest()));
        }
        account.state().credentials().forEach(credential -> owners.put(credential.digest(), equipment));
    }
}
