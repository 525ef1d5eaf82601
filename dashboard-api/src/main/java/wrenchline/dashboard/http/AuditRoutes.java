package wrenchline.dashboard.http;

import java.util.List;
import wrenchline.core.access.Act;
import wrenchline.core.access.AuditLog;
import wrenchline.dashboard.wire.ListOf;

/** Who did what. */
record AuditRoutes(AuditLog log) {

    private static final int USUAL = 100;

    void mount(Api api) {
        api.on("listActs", this::list);
    }

    private Answer list(Request request) {
        int limit = request.query("limit", USUAL);
        AuditLog.Filter filter = new AuditLog.Filter(
                request.query("who").orElse(""),
                request.query("operation").orElse(""),
                request.query("object").orElse(""));
        long before = request.query("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
        List<Act> acts = log.page(filter, before, limit);
        String next = acts.size() < limit ? null : Long.toString(acts.getLast().number());
        return Answer.json(new ListOf<>(acts, next));
    }
}
