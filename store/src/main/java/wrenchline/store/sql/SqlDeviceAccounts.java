package wrenchline.store.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.device.DeviceAccounts;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Tracked;

/** The book of device accounts in PostgreSQL. */
final class SqlDeviceAccounts extends SqlBook<EquipmentId, DeviceAccount, AccountState, AccountEvent>
        implements DeviceAccounts {

    SqlDeviceAccounts(Handle handle, Journal journal) {
        super(BookTable.DEVICE_ACCOUNTS, handle, journal);
    }

    @Override
    public List<Tracked<DeviceAccount, AccountState>> list() {
        return many(select("order by state <> 'Pending', id"));
    }

    @Override
    public List<EquipmentId> unlisted(int atMost) {
        return handle().createQuery("""
                        select equipment from device
                        where not exists (select from equipment where equipment.id = device.equipment)
                          and not exists (select from device_account where device_account.id = device.equipment)
                        order by equipment limit :most
                        """)
                .bind("most", atMost)
                .map((row, context) -> new EquipmentId(row.getString("equipment")))
                .list();
    }
}
