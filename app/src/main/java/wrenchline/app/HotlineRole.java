package wrenchline.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import wrenchline.config.HotlineSettings.AsteriskSettings;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.desk.CallbackDesk;
import wrenchline.core.desk.ComplaintDesk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.http.Health;
import wrenchline.hotline.Hotline;
import wrenchline.hotline.asterisk.Standing;

/** Takes and makes calls. */
record HotlineRole(Parts parts) {

    private static final Duration BOOT = Duration.ofSeconds(4);
    private static final Duration GLANCE = Duration.ofMillis(50);

    void start() {
        parts.console()
                .step("hotline on SIP " + parts.settings().hotline().sipHost() + ":"
                        + parts.settings().hotline().sipPort());
        CallDesk calls = new CallDesk(parts.desk());
        CallbackDesk callbacks = new CallbackDesk(parts.desk());
        Hotline hotline = Hotline.start(
                parts.settings().hotline(),
                new Hotline.Desks(
                        parts.desk().transactions(),
                        parts.database().calls(),
                        calls::report,
                        callbacks::tell,
                        parts.desk().policy().callback().survey(),
                        parts.database().clock(),
                        this::take,
                        new ComplaintDesk(parts.desk())::take,
                        parts.clock()));
        parts.keep(hotline);
        awaitBoot(hotline);
        parts.health().add("hotline", () -> switch (hotline.standing()) {
            case Standing.Up() -> Health.Part.up("hotline", false);
            case Standing.Down(String reason) -> Health.Part.down("hotline", false, reason);
        });
        parts.health().add("call-log", () -> callLog(hotline));
    }

    private static Health.Part callLog(Hotline hotline) {
        int held = hotline.held().size();
        return held == 0
                ? Health.Part.up("call-log", false)
                : Health.Part.down(
                        "call-log",
                        false,
                        held + " calls or attempts cannot be entered in the books; see ./wrenchline calls held");
    }

    private boolean take(TicketId ticket, TicketEvent event) {
        return new TicketDesk(parts.desk())
                .tell(ticket, event)
                .filter(Transition.Moved.class::isInstance)
                .isPresent();
    }

    /** Gives an Asterisk that is being started a moment, so that the console tells how it came out. */
    private void awaitBoot(Hotline hotline) {
        if (!(parts.settings().hotline().asterisk() instanceof AsteriskSettings.Started)) {
            return;
        }
        long end = System.nanoTime() + BOOT.toNanos();
        while (hotline.standing() instanceof Standing.Down && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
