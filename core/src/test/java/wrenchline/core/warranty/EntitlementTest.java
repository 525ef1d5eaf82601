package wrenchline.core.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.equipment.Contract;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.ticket.FailureCause;

/** Rows 14 to 21 of the tender, each as a case. The machine is accepted on 1 March and handed over on 10 March 2024, for 36 months. */
class EntitlementTest {

    private static final Period TERM = Period.ofMonths(36);
    private static final LocalDate ACCEPTED = LocalDate.parse("2024-03-01");
    private static final LocalDate HANDED_OVER = LocalDate.parse("2024-03-10");
    private static final Contract CONTRACT =
            new Contract("maintenance", LocalDate.parse("2027-06-01"), LocalDate.parse("2028-05-31"));
    private static final WarrantyRules FROM_ACCEPTANCE =
            new WarrantyRules(WarrantyRules.Start.ACCEPTANCE, WarrantyRules.Labour.CHARGED);

    private static final List<Coverage> LINES = List.of(
            new Coverage("lift", "pump", Period.ofMonths(12), LocalDate.parse("2020-01-01"), "letter 1"),
            new Coverage("lift", "pump", Period.ofMonths(60), LocalDate.parse("2024-03-10"), "letter 2"),
            new Coverage("lift", "pump", Period.ofMonths(6), LocalDate.parse("2024-03-11"), "letter 3"),
            new Coverage("other", "seal", Period.ofMonths(1), LocalDate.parse("2020-01-01"), "letter 4"));

    @ParameterizedTest
    @CsvSource({
        "2024-03-09, WARRANTY, NOT_BEGUN, true, true",
        "2024-03-10, WARRANTY, WITHIN_WARRANTY, true, true",
        "2027-03-09, WARRANTY, WITHIN_WARRANTY, true, true",
        "2027-03-10, PAID, WARRANTY_OVER, false, true",
        "2027-06-01, CONTRACT, UNDER_CONTRACT, true, true",
        "2028-05-31, CONTRACT, UNDER_CONTRACT, true, true",
        "2028-06-01, PAID, WARRANTY_OVER, false, true"
    })
    void the_whole_machine_on_the_days_that_decide(
            LocalDate day,
            Entitlement.Category category,
            Entitlement.Ground ground,
            boolean partsFree,
            boolean labourFree) {
        Entitlement entitlement = of(machine(ACCEPTED, HANDED_OVER), "", null, WarrantyRules.STRICT, day);
        assertThat(entitlement)
                .isEqualTo(new Entitlement(
                        category, ground, partsFree, labourFree, HANDED_OVER, LocalDate.parse("2027-03-09"), null));
    }

    @Test
    void by_the_other_reading_it_begins_with_acceptance_and_labour_is_charged_afterwards() {
        Equipment machine = machine(ACCEPTED, HANDED_OVER);
        Entitlement last = of(machine, "", null, FROM_ACCEPTANCE, LocalDate.parse("2027-02-28"));
        Entitlement after = of(machine, "", null, FROM_ACCEPTANCE, LocalDate.parse("2027-03-01"));
        assertThat(last.category()).isEqualTo(Entitlement.Category.WARRANTY);
        assertThat(after.ground()).isEqualTo(Entitlement.Ground.WARRANTY_OVER);
        assertThat(after.labourFree()).isFalse();
    }

    @Test
    void a_component_has_the_newest_line_that_held_when_its_warranty_began() {
        Equipment machine = machine(ACCEPTED, HANDED_OVER);
        Entitlement pump = of(machine, "pump", null, WarrantyRules.STRICT, LocalDate.parse("2029-03-09"));
        assertThat(pump.ground()).isEqualTo(Entitlement.Ground.WITHIN_COVERAGE);
        assertThat(pump.coverage()).isEqualTo(LINES.get(1));
        assertThat(of(machine, "pump", null, WarrantyRules.STRICT, LocalDate.parse("2029-03-10"))
                        .ground())
                .isEqualTo(Entitlement.Ground.COVERAGE_OVER);
    }

    @Test
    void a_component_may_be_covered_for_less_than_the_whole() {
        Equipment machine = machine(ACCEPTED, LocalDate.parse("2024-03-11"));
        LocalDate day = LocalDate.parse("2024-09-11");
        assertThat(of(machine, "pump", null, WarrantyRules.STRICT, day).partsFree())
                .isFalse();
        assertThat(of(machine, "", null, WarrantyRules.STRICT, day).partsFree()).isTrue();
        assertThat(of(machine, "seal", null, WarrantyRules.STRICT, day).ground())
                .as("the line of another model")
                .isEqualTo(Entitlement.Ground.WITHIN_WARRANTY);
    }

    @Test
    void misuse_is_charged_even_in_warranty_and_under_contract() {
        Equipment machine = machine(ACCEPTED, HANDED_OVER);
        for (String day : List.of("2025-01-01", "2027-07-01")) {
            Entitlement misuse =
                    of(machine, "pump", FailureCause.OPERATING_ERROR, WarrantyRules.STRICT, LocalDate.parse(day));
            assertThat(misuse.ground()).isEqualTo(Entitlement.Ground.MISUSE);
            assertThat(misuse.category()).isEqualTo(Entitlement.Category.PAID);
        }
    }

    @Test
    void what_nobody_accepted_yet_cannot_be_out_of_warranty() {
        LocalDate late = LocalDate.parse("2040-01-01");
        Entitlement entitlement = of(machine(null, null), "pump", null, WarrantyRules.STRICT, late);
        assertThat(entitlement)
                .isEqualTo(new Entitlement(
                        Entitlement.Category.WARRANTY, Entitlement.Ground.NOT_BEGUN, true, true, null, null, null));
        assertThat(of(machine(ACCEPTED, null), "", null, FROM_ACCEPTANCE, late).ground())
                .as("acceptance alone begins it by the other reading")
                .isEqualTo(Entitlement.Ground.WARRANTY_OVER);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, P36M, 2027-02-28",
        "2023-03-01, P36M, 2026-02-28",
        "2024-08-31, P6M, 2025-02-28",
        "2024-01-30, P1M, 2024-02-29",
        "2024-01-01, P36M, 2026-12-31",
        "2024-03-10, P10D, 2024-03-19"
    })
    void the_last_day_is_the_one_before_the_same_day_or_the_months_end(LocalDate first, Period term, LocalDate last) {
        assertThat(Warranty.lastDay(first, term)).isEqualTo(last);
    }

    private static Entitlement of(
            Equipment machine, String component, @Nullable FailureCause cause, WarrantyRules rules, LocalDate day) {
        return Entitlement.of(machine, component, Optional.ofNullable(cause), LINES, rules, day);
    }

    private static Equipment machine(@Nullable LocalDate accepted, @Nullable LocalDate handedOver) {
        return new Equipment(
                new EquipmentId("lift-01"),
                "101",
                new Names("举升机", "Lift"),
                "lift",
                "S1",
                new CustomerId("c"),
                "",
                new Warranty(accepted, handedOver, TERM),
                new Fieldbus.None(),
                CONTRACT);
    }
}
