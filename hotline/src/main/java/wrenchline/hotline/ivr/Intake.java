package wrenchline.hotline.ivr;

import wrenchline.core.desk.CallDesk;

/** Where a caller's report becomes a ticket; {@link CallDesk#report} is it. */
public interface Intake {

    /** Opens a ticket or joins an open one; the same call again changes nothing. */
    CallDesk.Taken report(CallDesk.Report report);
}
