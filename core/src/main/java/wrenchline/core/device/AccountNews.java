package wrenchline.core.device;

import java.util.List;
import wrenchline.core.transition.Tracked;

/** The accounts as they change, for whoever keeps a copy of them. */
public interface AccountNews {

    /** Before every change. */
    long BEGINNING = -1;

    /** The accounts that changed after {@code position}, as they are now; all of them after {@link #BEGINNING}. */
    News after(long position);

    /**
     * @param position after which to ask next
     */
    record News(long position, List<Tracked<DeviceAccount, AccountState>> accounts) {
        public News {
            accounts = List.copyOf(accounts);
        }
    }
}
