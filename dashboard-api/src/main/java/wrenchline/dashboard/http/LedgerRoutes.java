package wrenchline.dashboard.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import wrenchline.core.reading.BooksPace;
import wrenchline.core.reading.LedgerCheck;
import wrenchline.dashboard.wire.LedgerLine;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.StandingView;

/** The books of what came in, beside a recount of the history. */
record LedgerRoutes(Ports ports) {

    private static final int USUAL_DAYS = 7;

    void mount(Api api) {
        api.on("checkLedger", request -> {
            // A controller's clock may be ahead of ours, into tomorrow.
            LocalDate last = LocalDate.ofInstant(ports.desk().clock().instant(), ZoneOffset.UTC)
                    .plusDays(1);
            LocalDate first = last.minusDays(request.query("days", USUAL_DAYS));
            LedgerCheck check = new LedgerCheck(ports.ledger(), ports.readings());
            Duration wait = Duration.ofSeconds((long) request.query("wait", 0));
            boolean waited = wait.compareTo(BooksPace.patience()) >= 0;
            return Answer.json(ListOf.all(check.run(first, last, wait).stream()
                    .map(line -> LedgerLine.of(line, waited))
                    .toList()));
        });
        api.on(
                "listStandings",
                request -> Answer.json(ListOf.all(ports.ledger().standings().stream()
                        .map(StandingView::of)
                        .toList())));
    }
}
