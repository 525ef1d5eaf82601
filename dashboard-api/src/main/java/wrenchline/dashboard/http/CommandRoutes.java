package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.command.CommandEffect;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.Order;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.Ordered;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.CommandDetail;
import wrenchline.dashboard.wire.CommandView;
import wrenchline.dashboard.wire.ListOf;

/** What people want devices to do. */
final class CommandRoutes {

    private static final int USUAL = 20;
    private static final String USUAL_TIME = "PT10M";
    private static final Duration LEAST_TIME = Duration.ofSeconds(1);
    private static final Duration MOST_TIME = Duration.ofDays(7);

    private final Ports ports;
    private final CommandDesk desk;

    CommandRoutes(Ports ports) {
        this.ports = ports;
        this.desk = new CommandDesk(ports.desk());
    }

    void mount(Api api) {
        api.on("listCommands", this::list);
        api.on("orderCommand", this::order);
        api.on("getCommand", request -> show(id(request)));
        api.on("cancelCommand", this::cancel);
    }

    private Answer list(Request request) {
        if (!EquipmentId.isValid(request.path("id"))) {
            return unknown(request);
        }
        EquipmentId equipment = new EquipmentId(request.path("id"));
        return Answer.json(ListOf.all(ports.desk()
                .transactions()
                .call(books -> books.commands().newest(equipment, request.query("limit", USUAL)).stream()
                        .map(CommandView::of)
                        .toList())));
    }

    private Answer order(Request request) {
        Optional<Duration> time = time(request.text("expiresIn"));
        if (time.isEmpty()) {
            return Answer.refused(Problem.invalid("'expiresIn' is no duration from PT1S to P7D."));
        }
        if (!EquipmentId.isValid(request.path("id"))) {
            return unknown(request);
        }
        Ordered ordered = desk.order(
                new EquipmentId(request.path("id")),
                order(request.body().path("order")),
                time.get(),
                request.text("key"),
                request.operator());
        return switch (ordered) {
            case Ordered.Entered(var command) -> Answer.json(CommandView.of(command));
            case Ordered.KeyTaken _ -> Answer.refused(Problem.conflict("the key stands for another command"));
            case Ordered.NotAllowed(String reason) -> Answer.refused(Problem.invalid(reason));
            case Ordered.NotRegistered() -> unknown(request);
        };
    }

    private static Optional<Duration> time(String text) {
        try {
            Duration time = Duration.parse(text.isEmpty() ? USUAL_TIME : text);
            boolean fits = time.compareTo(LEAST_TIME) >= 0 && time.compareTo(MOST_TIME) <= 0;
            return fits ? Optional.of(time) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Order order(JsonNode order) {
        return switch (order.path("type").asText()) {
            case "SetLimit" ->
                new Order.SetLimit(
                        order.path("metric").asText(),
                        order.path("failureMode").asText(""),
                        order.path("value").asDouble());
            case "InhibitStart" -> new Order.InhibitStart(order.path("reason").asText());
            case "ReleaseStart" -> new Order.ReleaseStart();
            case "Rebirth" -> new Order.Rebirth();
            case "Custom" ->
                new Order.Custom(
                        order.path("name").asText(), order.path("payload").toString());
            case String other -> throw new IllegalStateException("the contract allowed an order '" + other + "'");
        };
    }

    private Answer show(CommandId id) {
        return ports.desk()
                .transactions()
                .call(books -> books.commands()
                        .look(id)
                        .map(command -> new CommandDetail(
                                CommandView.of(command), books.commands().events(id))))
                .<Answer>map(Answer::json)
                .orElseGet(() -> Answer.refused(Problem.unknown("command", id.toString())));
    }

    private Answer cancel(Request request) {
        CommandId id = id(request);
        Optional<Transition<CommandState, CommandEffect>> told = desk.cancel(id, request.operator());
        return told.isPresent() && told.get() instanceof Transition.Ignored<CommandState, CommandEffect>(String reason)
                ? Answer.refused(Problem.conflict(reason))
                : show(id);
    }

    private static CommandId id(Request request) {
        return new CommandId(UUID.fromString(request.path("id")));
    }

    private static Answer unknown(Request request) {
        return Answer.refused(Problem.unknown("registered equipment", request.path("id")));
    }
}
