package wrenchline.dashboard.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Grounds;
import wrenchline.core.equipment.Severity;

/**
 * A ticket as its engineer sees it on a telephone: what is needed at the machine, and nothing else.
 *
 * @param mine whether it is in this engineer's hands
 * @param arrivalCode whether the customer was told a code for the arrival; never the code itself
 * @param csrf what must be sent with everything that changes something
 */
public record FieldView(
        long id,
        String state,
        boolean mine,
        Severity severity,
        String failure,
        @Nullable String why,
        Instant raised,
        @Nullable Machine machine,
        @Nullable Owner customer,
        boolean arrivalCode,
        List<Step> history,
        List<Curve> curves,
        String language,
        String csrf) {

    public record Machine(String id, String name, String model, String serialNumber, String site) {}

    public record Owner(String name, String address, List<String> phones) {}

    /**
     * @param text what was said; empty when nothing was
     */
    public record Step(Instant at, String event, String text) {}

    public record Curve(String name, String unit, List<Grounds.Sample> samples) {}
}
