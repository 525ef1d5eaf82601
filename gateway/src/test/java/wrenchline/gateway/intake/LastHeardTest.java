package wrenchline.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentId;

class LastHeardTest {

    private final LastHeard<Integer> machines = new LastHeard<>(3);

    @Test
    void the_one_that_nobody_asked_for_goes_first() {
        hear(1, 2, 3, 4);
        assertThat(machines.overdue()).as("all are new, so it is the first").hasValue(1);
        hear(5);
        assertThat(machines.get(id(2))).isEqualTo(2);
        assertThat(machines.overdue()).as("the second was asked for").hasValue(3);
        assertThat(machines.overdue()).isEmpty();
        assertThat(machines.all()).containsExactlyInAnyOrder(2, 4, 5);
    }

    @Test
    void the_newest_never_goes() {
        for (int number = 1; number <= 100; number++) {
            hear(number);
            machines.overdue();
            assertThat(machines.get(id(number))).isEqualTo(number);
        }
        assertThat(machines.all()).hasSize(3);
    }

    private void hear(int... numbers) {
        for (int number : numbers) {
            machines.put(id(number), number);
        }
    }

    private static EquipmentId id(int number) {
        return new EquipmentId("lift-" + number);
    }
}
