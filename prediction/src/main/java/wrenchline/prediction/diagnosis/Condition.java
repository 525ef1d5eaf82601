package wrenchline.prediction.diagnosis;

/** The condition (部件状态) of all components at one cycle, each in the unit of its {@link Component}. */
public record Condition(int cooler, int valve, int pump, int accumulator) {

    public int of(Component component) {
        return switch (component) {
            case COOLER -> cooler;
            case VALVE -> valve;
            case PUMP -> pump;
            case ACCUMULATOR -> accumulator;
        };
    }
}
