package wrenchline.dashboard.http;

import java.util.Comparator;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.RiskView;

/** The machines that will fail next, as far as that is foreseen. */
record RiskRoutes(Ports ports) {

    private static final Comparator<RiskView> SOONEST =
            Comparator.comparing(RiskView::soonest, Comparator.nullsLast(Comparator.naturalOrder()));

    void mount(Api api) {
        api.on(
                "listRisks",
                request -> Answer.json(ListOf.all(ports.detectors().standing().entrySet().stream()
                        .map(one -> RiskView.of(one.getKey(), one.getValue()))
                        .filter(RiskView::any)
                        .sorted(SOONEST.thenComparing(risk -> risk.equipment().value()))
                        .toList())));
    }
}
