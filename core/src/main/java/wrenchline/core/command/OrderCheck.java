package wrenchline.core.command;

import java.util.List;
import java.util.regex.Pattern;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;

/** What the model of a machine says to an order. */
public sealed interface OrderCheck {

    /** It may be sent; {@code order} names its limit in full. */
    record Fine(Order order) implements OrderCheck {}

    /** It must not be sent. */
    record Wrong(String reason) implements OrderCheck {}

    /** Holds {@code order} against {@code model}. */
    static OrderCheck of(EquipmentModel model, Order order) {
        return switch (order) {
            case Order.SetLimit set -> Rules.limit(model, set);
            case Order.InhibitStart(String reason)
            when reason.isBlank() -> new Wrong("why the machine must not start is not said");
            case Order.Custom(String name, var unused)
            when !Rules.NAME.matcher(name).matches() ->
                new Wrong("the name '" + name + "' is not 1 to 64 of A-Z a-z 0-9 . _ -");
            case Order.InhibitStart _, Order.ReleaseStart _, Order.Rebirth _, Order.Custom _ -> new Fine(order);
        };
    }

    /** The rules in detail. */
    final class Rules {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

        private Rules() {}

        private static OrderCheck limit(EquipmentModel model, Order.SetLimit set) {
            if (model.metrics().stream().noneMatch(metric -> metric.id().equals(set.metric()))) {
                return new Wrong("model " + model.id() + " has no metric '" + set.metric() + "'");
            }
            List<Limit> settable = model.limits().stream()
                    .filter(limit -> limit.metric().equals(set.metric()))
                    .filter(limit ->
                            set.failureMode().isEmpty() || limit.failureMode().equals(set.failureMode()))
                    .filter(limit -> limit.settableIfAny().isPresent())
                    .toList();
            return switch (settable.size()) {
                case 0 -> new Wrong("model " + model.id() + " has no limit of " + set.metric() + " that may be set");
                case 1 -> value(settable.getFirst(), set.value());
                default -> new Wrong(set.metric() + " has several limits that may be set; name the failure mode");
            };
        }

        private static OrderCheck value(Limit limit, double value) {
            Limit.Settable allowed = limit.settableIfAny().orElseThrow();
            return allowed.allows(value)
                    ? new Fine(new Order.SetLimit(limit.metric(), limit.failureMode(), value))
                    : new Wrong("the limit of " + limit.metric() + " may be set from " + allowed.from() + " to "
                            + allowed.to() + ", not to " + value);
        }
    }
}
