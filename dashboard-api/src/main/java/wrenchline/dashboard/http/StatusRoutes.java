package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wrenchline.core.desk.Desk;

/** The product at a glance, and the contract itself. */
final class StatusRoutes {

    private final Overview overview;
    private final Desk desk;
    private final Contract contract;

    StatusRoutes(Overview overview, Desk desk, Contract contract) {
        this.overview = overview;
        this.desk = desk;
        this.contract = contract;
    }

    /**
     * @param now the server's clock, so that a page can run its own by it
     * @param zone in which the roster is written
     */
    record Status(
            Instant now,
            String zone,
            String policyVersion,
            List<Health.Part> parts,
            Overview.Counts counts,
            List<UUID> quarantine) {}

    void mount(Api api) {
        api.on("getStatus", request -> Answer.json(status()));
        api.stream(
                "getContract",
                (context, request) -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(contract.published())));
    }

    private Status status() {
        Overview.Glance glance = overview.now();
        return new Status(
                desk.clock().instant(),
                desk.transactions()
                        .call(books -> books.rosters().current().zone().getId()),
                desk.policy().version(),
                glance.parts(),
                glance.counts(),
                glance.quarantine());
    }
}
