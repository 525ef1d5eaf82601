package wrenchline.bench.desk;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.NoticeDesk;
import wrenchline.core.desk.Sweep;
import wrenchline.core.desk.Watch;
import wrenchline.core.notice.Providers;
import wrenchline.core.notice.SendingRules;

/** What a look at the clocks costs among many tickets when nothing is due, and what each broken promise costs. */
record SweepCost(OwnDatabase own, Desk desk) {

    private static final int LOOKS = 200;
    private static final int DUE = 1000;

    @SuppressWarnings("SystemOut") // a table for a person
    void measure() throws SQLException {
        own.execute("update promise set due_at = null where ticket < 10000000");
        own.execute("update escalation set due_at = null where id < 10000000");
        own.execute("update notice set due_at = null where due_at is not null");
        Sweep sweep = new Sweep(desk);
        NoticeDesk outbox = new NoticeDesk(desk, new Providers(List.of()), SendingRules.USUAL, Runnable::run);
        Watch watch = new Watch(desk);
        System.out.printf("%nlook when nothing is due, ms: promises %.2f", millis(sweep::promises));
        System.out.printf(", escalations %.2f, callbacks %.2f", millis(sweep::escalations), millis(sweep::callbacks));
        System.out.printf(", outbox %.2f, watch %.2f", millis(outbox::submitDue), millis(watch::look));
        System.out.printf("; bare index scan %.2f%n", millis(this::bare));
        breaches();
    }

    /** Three hours from now they are: each is told to supervisors and managers, with its cause and its evidence. */
    @SuppressWarnings("SystemOut")
    private void breaches() throws SQLException {
        own.execute("update promise set due_at = now() where id in (select id from promise where clause = 'response-2h'"
                + " and ticket > " + FilledDesk.OPEN + " order by due_at limit " + DUE + ")");
        InstantSource later = InstantSource.offset(desk.clock(), Duration.ofHours(3));
        Sweep sweep = new Sweep(new Desk(desk.transactions(), later, desk.policy(), desk.wording(), desk.models()));
        long began = System.nanoTime();
        int swept = 0;
        for (int found = sweep.promises(); found > 0; found = sweep.promises()) {
            swept += found;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long broken = own.number("select count(*) from promise where state = 'Broken'");
        System.out.printf(
                "breaches: %d found, %d broken, told and explained, %.1f ms each%n",
                swept, broken, seconds * 1e3 / Math.max(1, swept));
    }

    private int bare() {
        try {
            own.execute("select facts, details, version from promise where due_at <= now() order by due_at limit 50");
            return 0;
        } catch (SQLException broken) {
            throw new IllegalStateException("scanning the index", broken);
        }
    }

    private static double millis(Runnable work) {
        work.run();
        long began = System.nanoTime();
        for (int index = 0; index < LOOKS; index++) {
            work.run();
        }
        return (System.nanoTime() - began) / 1e6 / LOOKS;
    }
}
