package wrenchline.dashboard.http;

import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.QuarantinedView;

/** The messages that could not be understood. */
record QuarantineRoutes(Ports ports) {

    private static final int USUAL = 100;

    void mount(Api api) {
        api.on(
                "listQuarantine",
                request -> Answer.json(ListOf.all(ports.quarantine().newest(request.query("limit", USUAL)).stream()
                        .map(QuarantinedView::of)
                        .toList())));
    }
}
