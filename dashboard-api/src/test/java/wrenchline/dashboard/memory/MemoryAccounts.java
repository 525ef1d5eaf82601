package wrenchline.dashboard.memory;

import java.util.Comparator;
import java.util.List;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.device.DeviceAccounts;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/** The device accounts in memory; it knows nothing of what was heard. */
public final class MemoryAccounts extends MemoryBook<EquipmentId, DeviceAccount, AccountState, AccountEvent>
        implements DeviceAccounts {

    MemoryAccounts(MemoryChanges changes) {
        super("device_account", DeviceAccount::equipment, changes);
    }

    @Override
    public List<Tracked<DeviceAccount, AccountState>> list() {
        Comparator<Tracked<DeviceAccount, AccountState>> waitingFirst =
                Comparator.comparing(account -> !(account.state() instanceof AccountState.Pending));
        return newestFirst(Comparator.comparing(DeviceAccount::equipment).reversed()).stream()
                .sorted(waitingFirst)
                .toList();
    }

    @Override
    public List<EquipmentId> unlisted(int atMost) {
        return List.of();
    }
}
