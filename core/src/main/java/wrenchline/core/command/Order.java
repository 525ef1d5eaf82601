package wrenchline.core.command;

/** What a device is to do (指令内容). */
public sealed interface Order {

    /**
     * Use another limit (设定限值). It is the device's own limit; those by which the product watches stand in the model.
     *
     * @param failureMode tells which of the metric's limits; empty when it has only one
     * @param value in the metric's unit
     */
    record SetLimit(String metric, String failureMode, double value) implements Order {}

    /** Do not start any more, because it would be unsafe (禁止启动). A running movement is the device's own matter. */
    record InhibitStart(String reason) implements Order {}

    /** Starting is safe again (解除禁止启动): only ever asked for by a person. */
    record ReleaseStart() implements Order {}

    /** Say again everything that there is to know (重新上报), as after being switched on. */
    record Rebirth() implements Order {}

    /**
     * Something that only this kind of device knows (自定义指令).
     *
     * @param json what it needs, one JSON value
     */
    record Custom(String name, String json) implements Order {}

    /**
     * Whether {@code older} must not be sent any more once this is wanted: sent again after this one, it would undo it.
     */
    default boolean replaces(Order older) {
        return switch (this) {
            case SetLimit set ->
                older instanceof SetLimit(String metric, String failureMode, double unused)
                        && metric.equals(set.metric())
                        && failureMode.equals(set.failureMode());
            case InhibitStart _, ReleaseStart _ -> older instanceof InhibitStart || older instanceof ReleaseStart;
            case Rebirth() -> older instanceof Rebirth;
            case Custom _ -> false;
        };
    }
}
