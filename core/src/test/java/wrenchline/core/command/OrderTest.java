package wrenchline.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Limit.Settable;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;

/** What may be asked of a machine, and which order makes an older one unwanted. */
class OrderTest {

    private static final Names NAMES = new Names("示例", "sample");
    private static final EquipmentModel MODEL = new EquipmentModel(
            "two-post-lift",
            NAMES,
            List.of(
                    new Metric("oil_temp", NAMES, "°C"),
                    new Metric("pressure", NAMES, "bar"),
                    new Metric("flow", NAMES, "l/min")),
            List.of(
                    limit("oil_temp", "WARM", null),
                    limit("oil_temp", "OVERHEATING", new Settable(45, 60)),
                    limit("pressure", "OVERPRESSURE", new Settable(150, 210)),
                    limit("pressure", "WORN_PUMP", new Settable(80, 120))));

    private static Limit limit(String metric, String failureMode, @Nullable Settable settable) {
        return new Limit(
                metric, failureMode, NAMES, Severity.MAJOR, Limit.Side.ABOVE, 50, 45, Duration.ZERO, settable, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {45, 50.5, 60})
    void a_limit_in_the_allowed_range_is_named_in_full(double value) {
        assertThat(OrderCheck.of(MODEL, new Order.SetLimit("oil_temp", "", value)))
                .isEqualTo(new OrderCheck.Fine(new Order.SetLimit("oil_temp", "OVERHEATING", value)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(new Order.SetLimit("oil", "", 50), "model two-post-lift has no metric 'oil'"),
                Arguments.of(
                        new Order.SetLimit("flow", "", 50), "model two-post-lift has no limit of flow that may be set"),
                Arguments.of(
                        new Order.SetLimit("oil_temp", "WARM", 50),
                        "model two-post-lift has no limit of oil_temp that may be set"),
                Arguments.of(
                        new Order.SetLimit("pressure", "", 100),
                        "pressure has several limits that may be set; name the failure mode"),
                Arguments.of(
                        new Order.SetLimit("oil_temp", "", 60.1),
                        "the limit of oil_temp may be set from 45.0 to 60.0, not to 60.1"),
                Arguments.of(
                        new Order.SetLimit("oil_temp", "", Double.NaN),
                        "the limit of oil_temp may be set from 45.0 to 60.0, not to NaN"),
                Arguments.of(new Order.InhibitStart(" "), "why the machine must not start is not said"),
                Arguments.of(new Order.Custom("a b", "{}"), "the name 'a b' is not 1 to 64 of A-Z a-z 0-9 . _ -"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_the_model_does_not_allow_is_told_in_a_sentence(Order order, String reason) {
        assertThat(OrderCheck.of(MODEL, order)).isEqualTo(new OrderCheck.Wrong(reason));
    }

    @Test
    void an_order_replaces_those_that_would_undo_it() {
        Order warm = new Order.SetLimit("oil_temp", "OVERHEATING", 50);
        Order hot = new Order.SetLimit("oil_temp", "OVERHEATING", 55);
        Order inhibit = new Order.InhibitStart("a crack");
        Order release = new Order.ReleaseStart();
        Order rebirth = new Order.Rebirth();
        Order lamp = new Order.Custom("lamp", "true");

        assertThat(warm.replaces(hot)).isTrue();
        assertThat(inhibit.replaces(release)).isTrue();
        assertThat(release.replaces(inhibit)).isTrue();
        assertThat(rebirth.replaces(rebirth)).isTrue();
        assertThat(lamp.replaces(lamp)).isFalse();
        assertThat(warm.replaces(new Order.SetLimit("pressure", "OVERHEATING", 50)))
                .isFalse();
        for (Order other : List.of(warm, rebirth, lamp)) {
            assertThat(inhibit.replaces(other)).isFalse();
            assertThat(other.replaces(inhibit)).isFalse();
        }
    }
}
