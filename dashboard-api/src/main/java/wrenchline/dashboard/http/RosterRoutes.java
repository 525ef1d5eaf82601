package wrenchline.dashboard.http;

import java.time.Instant;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffMember;
import wrenchline.dashboard.wire.RosterView;

/** Who is on duty when. */
record RosterRoutes(Ports ports) {

    void mount(Api api) {
        api.on("getRoster", request -> Answer.json(view()));
    }

    private RosterView view() {
        Roster roster =
                ports.desk().transactions().call(books -> books.rosters().current());
        Instant now = ports.desk().clock().instant();
        return new RosterView(
                roster, roster.engineers(now).stream().map(StaffMember::id).toList());
    }
}
