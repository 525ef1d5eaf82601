package wrenchline.dashboard.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.Point;
import wrenchline.core.reading.Reading;
import wrenchline.dashboard.wire.ListOf;
import wrenchline.dashboard.wire.ReadingView;

/** The telemetry history of one machine. */
final class ReadingRoutes {

    private static final Duration LAST_HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_RAW = Duration.ofDays(7);
    /** Raw readings are fetched in stretches, so that a long span never fills the memory. */
    private static final Duration STRETCH = Duration.ofMinutes(30);

    private static final int USUAL_POINTS = 400;
    private static final int USUAL_RAW = 1_000;

    private final Ports ports;

    ReadingRoutes(Ports ports) {
        this.ports = ports;
    }

    /** A metric's history as points. */
    record History(EquipmentId equipment, String metric, Instant from, Instant to, List<Point> points) {}

    void mount(Api api) {
        api.on("getReadings", request -> over(request, span -> history(request, span)));
        api.on("getRawReadings", request -> over(request, span -> raw(request, span)));
    }

    private Answer over(Request request, Function<Span, Answer> answer) {
        if (!EquipmentId.isValid(request.path("id"))) {
            return Answer.refused(Problem.unknown("equipment", request.path("id")));
        }
        return switch (Span.read(request, ports.desk().clock().instant(), LAST_HOUR)) {
            case Span.Result.Read(Span span) -> answer.apply(span);
            case Span.Result.Unreadable(Problem problem) -> Answer.refused(problem);
        };
    }

    private Answer history(Request request, Span span) {
        EquipmentId equipment = new EquipmentId(request.path("id"));
        String metric = request.query("metric").orElseThrow();
        List<Point> points = ports.readings()
                .history(equipment, metric, span.from(), span.to(), request.query("points", USUAL_POINTS));
        return Answer.json(new History(equipment, metric, span.from(), span.to(), points));
    }

    private Answer raw(Request request, Span span) {
        if (Duration.between(span.from(), span.to()).compareTo(LONGEST_RAW) > 0) {
            return Answer.refused(Problem.invalid("Raw readings are given for at most seven days at once."));
        }
        EquipmentId equipment = new EquipmentId(request.path("id"));
        int limit = request.query("limit", USUAL_RAW);
        List<Reading> found = new ArrayList<>();
        Instant from = span.from();
        while (found.size() <= limit && from.isBefore(span.to())) {
            Instant end = from.plus(STRETCH);
            Instant to = end.isBefore(span.to()) ? end : span.to();
            ports.readings().replay(equipment, from, to).forEach(taken -> found.add(taken.reading()));
            from = to;
        }
        return Answer.json(page(found, limit));
    }

    /** Readings of the same instant are never torn apart: the next page begins after the last instant of this one. */
    private static ListOf<ReadingView> page(List<Reading> found, int limit) {
        if (found.size() <= limit) {
            return ListOf.all(found.stream().map(ReadingView::of).toList());
        }
        int end = limit;
        while (end < found.size()
                && found.get(end).at().equals(found.get(end - 1).at())) {
            end++;
        }
        String next = end == found.size()
                ? found.get(end - 1).at().plusNanos(1_000).toString()
                : found.get(end).at().toString();
        return new ListOf<>(found.subList(0, end).stream().map(ReadingView::of).toList(), next);
    }
}
