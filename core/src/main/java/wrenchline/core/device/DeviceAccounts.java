package wrenchline.core.device;

import java.util.List;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Book;
import wrenchline.core.transition.Tracked;

/** The book of device accounts. */
public interface DeviceAccounts extends Book<EquipmentId, DeviceAccount, AccountState, AccountEvent> {

    /** All accounts, those that wait for approval first. */
    List<Tracked<DeviceAccount, AccountState>> list();

    /** Machines that were heard, stand in no register and have no account; at most {@code atMost}. */
    List<EquipmentId> unlisted(int atMost);
}
