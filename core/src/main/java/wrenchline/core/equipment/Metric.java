package wrenchline.core.equipment;

/**
 * A measured quantity of a model (测点).
 *
 * @param id as in the telemetry, for instance {@code oil_temp}
 * @param unit as shown, for instance {@code °C}
 */
public record Metric(String id, Names names, String unit) {}
