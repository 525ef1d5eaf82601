package wrenchline.gateway.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountMachine;
import wrenchline.core.device.AccountNews;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.Credential;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.Tracked;
import wrenchline.core.transition.Transition;

/** Device accounts in memory, moved by the real machine. */
public final class MemoryAccounts implements AccountNews {

    private static final Actor OPERATOR = new Actor.Operator("test");

    private final AccountMachine machine = new AccountMachine();
    private final Map<EquipmentId, Tracked<DeviceAccount, AccountState>> accounts = new ConcurrentHashMap<>();
    private final List<EquipmentId> journal = new ArrayList<>();

    /** A machine with {@code credential} and, for more than its own topics, {@code topics}. */
    public void enrol(String equipment, Credential credential, String... topics) {
        tell(equipment, new AccountEvent.Enrolled(OPERATOR, credential, List.of(topics)));
    }

    public void enrol(String equipment, String password) {
        enrol(equipment, password(password));
    }

    public static Credential password(String password) {
        return Credential.Password.of(password, "salt of " + password, Instant.EPOCH);
    }

    public void rotate(String equipment, Credential next) {
        tell(equipment, new AccountEvent.Rotated(OPERATOR, next, false));
    }

    public void revoke(String equipment) {
        tell(equipment, new AccountEvent.Revoked(OPERATOR, "test"));
    }

    /** A machine has signed in with its next credential. */
    public void used(EquipmentId equipment, String digest) {
        tell(equipment.value(), new AccountEvent.Used(digest));
    }

    public AccountState state(String equipment) {
        return account(new EquipmentId(equipment)).state();
    }

    private Tracked<DeviceAccount, AccountState> account(EquipmentId equipment) {
        return Objects.requireNonNull(accounts.get(equipment), "account of " + equipment);
    }

    private synchronized void tell(String name, AccountEvent event) {
        EquipmentId equipment = new EquipmentId(name);
        var account = accounts.computeIfAbsent(equipment, id -> {
            DeviceAccount facts = new DeviceAccount(id, Instant.EPOCH);
            return new Tracked<>(facts, machine.initial(facts), 0);
        });
        if (machine.on(account.facts(), account.state(), event, Instant.EPOCH)
                instanceof Transition.Moved<AccountState, Void>(AccountState next, var unused)) {
            accounts.put(equipment, new Tracked<>(account.facts(), next, account.version() + 1));
            journal.add(equipment);
        }
    }

    @Override
    public synchronized News after(long position) {
        List<EquipmentId> changed = journal.subList((int) Math.max(position, 0), journal.size());
        return new News(
                journal.size(), changed.stream().distinct().map(this::account).toList());
    }
}
