package wrenchline.core.callback;

import java.util.Set;
import wrenchline.core.duty.StaffId;

/** Who is on the line for which callback (占线登记). The database guards that nobody is there twice. */
public interface Engagements {

    /** Enters that {@code attempt} has {@code staff} on the line; false when another attempt has. */
    boolean engage(StaffId staff, CallbackId callback, AttemptId attempt);

    /** Strikes out whatever {@code callback} has beside {@code live}. */
    void keepOnly(CallbackId callback, Set<AttemptId> live);
}
