package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.desk.Change;
import wrenchline.core.duty.Roster;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Fieldbus;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.quarantine.Hold;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.Devices.Seen;
import wrenchline.core.reading.OverQuota;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Tickets.Filter;

/** Everything that is kept beside the books. */
class StoresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final Samples samples = new Samples(new Random(5));
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_newest_value_of_each_attribute_counts_whatever_comes_last() {
        Devices devices = database.devices();
        EquipmentId lift = new EquipmentId("lift-1");
        devices.keep(new DeviceAttributes(lift, NOW, Map.of("firmware", "\"2\"", "odd", "\"\\u0000\"")));
        devices.keep(new DeviceAttributes(lift, NOW.minusSeconds(5), Map.of("firmware", "\"1\"", "doors", "2")));
        devices.keep(new DeviceAttributes(new EquipmentId("lift-2"), NOW, Map.of("firmware", "3")));
        assertThat(devices.attributes(lift))
                .containsExactly(
                        new Devices.Attribute("doors", "2", NOW.minusSeconds(5)),
                        new Devices.Attribute("firmware", "\"2\"", NOW),
                        new Devices.Attribute("odd", "\"\\u0000\"", NOW));
    }

    @Test
    void call_is_logged_step_by_step() {
        Calls calls = database.calls();
        CallId id = new CallId("1772352000.17");
        Recording message = new Recording("2026/03/message.wav", "ab".repeat(32), Duration.ofMillis(4200));
        calls.began(id, "13800000000", "4008001234", NOW);
        calls.began(id, "another sign of the same call", "", NOW.plusSeconds(1));
        calls.note(id, new CallNote.Reached("DESCRIBE_FAULT"));
        calls.note(id, new CallNote.ConcernNamed(Concern.PARTS));
        calls.note(id, new CallNote.LanguageChosen("en"));
        calls.note(id, new CallNote.NumberConfirmed("13900000000"));
        calls.note(id, new CallNote.EquipmentNamed("1017"));
        calls.note(id, new CallNote.Recorded(message));
        calls.note(id, new CallNote.TicketNamed(1001));
        assertThat(calls.live()).extracting(Call::id).containsExactly(id);
        calls.ended(id, Call.Outcome.TICKET, NOW.plusSeconds(9));
        calls.ended(id, Call.Outcome.LOST, NOW.plusSeconds(99));
        Call whole = new Call(
                id,
                "13800000000",
                "4008001234",
                NOW,
                NOW.plusSeconds(9),
                Concern.PARTS,
                "en",
                "DESCRIBE_FAULT",
                "13900000000",
                "1017",
                1001,
                Call.Outcome.TICKET,
                message);
        assertThat(calls.find(id)).contains(whole);
        assertThat(calls.newest(5)).containsExactly(whole);
        assertThat(calls.languageOf(Set.of("13800000000", "1"))).contains("en");
        assertThat(calls.languageOf(Set.of("1"))).isEmpty();
        assertThat(calls.live()).isEmpty();
        assertThat(database.changes().after(0, 100))
                .extracting(Change::event)
                .containsExactly(
                        "Opened",
                        "Reached",
                        "ConcernNamed",
                        "LanguageChosen",
                        "NumberConfirmed",
                        "EquipmentNamed",
                        "Recorded",
                        "TicketNamed",
                        "Ended");
    }

    @Test
    void nothing_is_entered_for_a_call_that_never_began() {
        assertThatThrownBy(() -> database.calls().note(new CallId("nobody"), new CallNote.Reached("GREETING")))
                .hasMessageContaining("its beginning was never entered");
    }

    @Test
    void quarantine_keeps_a_message_whole_whatever_is_in_it() {
        byte[] payload = {0, 1, (byte) 0xff, '{'};
        Quarantined odd = new Quarantined(UUID.randomUUID(), NOW, "mqtt:x", "a\0b", payload, "not JSON: \0");
        database.quarantine().keep(odd);
        database.quarantine().keep(odd);
        assertThat(database.quarantine().list(Holds.Filter.ALL, Holds.Mark.START, 10))
                .hasSize(1);
        Hold kept = database.quarantine().find(odd.id()).orElseThrow();
        assertThat(kept.message().payload()).isEqualTo(payload);
        assertThat(kept.message().topic()).isEqualTo("a\uFFFDb");
    }

    @Test
    void controller_is_seen_online_and_offline_and_an_overtaken_status_changes_nothing() {
        Devices devices = database.devices();
        EquipmentId lift = new EquipmentId("lift-1");
        devices.keep(new DeviceStatus(lift, NOW.plusSeconds(5), true));
        devices.keep(new DeviceStatus(lift, NOW.plusSeconds(9), false));
        devices.keep(new DeviceStatus(lift, NOW.plusSeconds(7), true));
        devices.heard(lift, NOW.minusSeconds(60));
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW.plusSeconds(5), false));
    }

    @Test
    void controller_that_never_says_whether_it_is_there_is_online_while_it_is_heard() {
        Devices devices = database.devices();
        EquipmentId lift = new EquipmentId("lift-1");
        devices.heard(lift, NOW);
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW, true));
        assertThat(devices.noteSilent(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW, false));
        devices.heard(lift, NOW.plusSeconds(2));
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW.plusSeconds(2), true));
        devices.keep(new DeviceStatus(lift, NOW.plusSeconds(3), false));
        devices.heard(lift, NOW.plusSeconds(4));
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW.plusSeconds(4), false));
    }

    @Test
    void controller_that_fell_silent_is_offline_until_it_is_heard_again() {
        Devices devices = database.devices();
        EquipmentId lift = new EquipmentId("lift-1");
        devices.keep(new DeviceStatus(lift, NOW, true));
        assertThat(devices.noteSilent(NOW)).isZero();
        assertThat(devices.noteSilent(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(devices.noteSilent(NOW.plusSeconds(1))).isZero();
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW, false));
        devices.heard(lift, NOW.plusSeconds(2));
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW.plusSeconds(2), true));
    }

    @Test
    void controller_that_said_goodbye_stays_offline_though_a_reading_of_it_comes_late() {
        Devices devices = database.devices();
        EquipmentId lift = new EquipmentId("lift-1");
        devices.keep(new DeviceStatus(lift, NOW, true));
        devices.keep(new DeviceStatus(lift, NOW.plusSeconds(5), false));
        devices.heard(lift, NOW.plusSeconds(6));
        assertThat(devices.seen()).containsExactly(new Seen(lift, NOW.plusSeconds(6), false));
    }

    @Test
    void event_of_a_controller_that_comes_twice_is_kept_once() {
        EquipmentId lift = new EquipmentId("lift-1");
        DeviceEvent event = new DeviceEvent(lift, NOW, NOW.plusSeconds(1), "E042", Severity.MAJOR, "油温过高");
        database.devices().keep(event);
        database.devices().keep(event);
        assertThat(database.devices().events(lift, 10)).containsExactly(event);
    }

    @Test
    void who_sends_too_much_is_noted_with_how_often_that_began() {
        EquipmentId lift = new EquipmentId("lift-over");
        database.devices().note(List.of(new OverQuota(lift, NOW, 1)));
        database.devices().note(List.of(new OverQuota(lift, NOW, 0)));
        database.devices().note(List.of(new OverQuota(lift, null, 2)));
        assertThat(database.devices().overQuota()).contains(new OverQuota(lift, null, 3));
        database.devices().heard(lift, NOW.plusSeconds(1));
        database.devices().note(List.of(new OverQuota(lift, NOW.plusSeconds(1), 1)));
        assertThat(database.devices().overQuota()).contains(new OverQuota(lift, NOW.plusSeconds(1), 4));
    }

    @Test
    void register_knows_equipment_by_plate_and_customer_by_any_spelling_of_a_number() {
        Customer customer = new Customer(
                new CustomerId("c1"), "示例汽修", "sample street", "zh", List.of("+86 138-0000-0000", "02188880000"));
        Equipment lift = new Equipment(
                new EquipmentId("lift-1"),
                "1017",
                new Names("举升机", "Lift"),
                "two-post-lift",
                "SN1",
                customer.id(),
                "bay 1",
                new Warranty(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 9), Period.ofYears(3)),
                new Fieldbus.ModbusTcp("192.0.2.7", 502, 3),
                null);
        database.transactions().run(books -> {
            books.register().put(lift);
            books.register().put(customer);
            books.register().put(customer);
        });
        database.transactions().run(books -> {
            assertThat(books.register().equipment()).containsExactly(lift);
            assertThat(books.register().find(lift.id())).contains(lift);
            assertThat(books.register().byPhoneCode("1017")).contains(lift);
            assertThat(books.register().byPhoneCode("")).isEmpty();
            assertThat(books.register().customers()).containsExactly(customer);
            assertThat(books.register().byPhone("13800000000")).contains(customer);
            assertThat(books.register().byPhone("008613800000000")).contains(customer);
            assertThat(books.register().byPhone("anonymous")).isEmpty();
        });
    }

    @Test
    void roster_in_force_is_the_last_one() {
        database.transactions()
                .run(books -> assertThat(books.rosters().current()).isEqualTo(Roster.EMPTY));
        Roster roster = samples.of(Roster.class);
        database.transactions().run(books -> books.rosters().replace(samples.of(Roster.class)));
        database.transactions().run(books -> books.rosters().replace(roster));
        database.transactions()
                .run(books -> assertThat(books.rosters().current()).isEqualTo(roster));
    }

    @Test
    void the_same_telephone_order_is_placed_once() {
        PhoneOrder order = samples.of(PhoneOrder.class);
        database.transactions().run(books -> {
            books.phoneOrders().place(order, NOW);
            books.phoneOrders().place(order, NOW.plusSeconds(1));
        });
        database.transactions()
                .run(books -> assertThat(books.phoneOrders().take(10, NOW)).containsExactly(order));
        database.transactions().run(books -> books.phoneOrders().place(order, NOW.plusSeconds(2)));
        database.transactions()
                .run(books -> assertThat(books.phoneOrders().take(10, NOW)).isEmpty());
    }

    @Test
    void pages_of_tickets_follow_each_other_and_can_be_filtered() {
        database.transactions()
                .run(books -> IntStream.range(0, 5)
                        .forEach(index -> books.tickets()
                                .open(
                                        new Ticket(
                                                books.tickets().next(),
                                                "key-" + index,
                                                new EquipmentId("lift-" + index % 2),
                                                null,
                                                "LEAK",
                                                Severity.MINOR,
                                                new Origin.Controller("E1", "sample"),
                                                NOW),
                                        new TicketState.Raised(),
                                        NOW)));
        Set<EquipmentId> first = Set.of(new EquipmentId("lift-0"));
        assertThat(page(new Filter(Set.of(), Set.of()), Long.MAX_VALUE, 2)).containsExactly(1005L, 1004L);
        assertThat(page(new Filter(Set.of(), Set.of()), 1004, 2)).containsExactly(1003L, 1002L);
        assertThat(page(new Filter(Set.of("Raised"), first), Long.MAX_VALUE, 9)).containsExactly(1005L, 1003L, 1001L);
        assertThat(page(new Filter(Set.of("Closed"), Set.of()), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    private List<Long> page(Filter filter, long before, int atMost) {
        return database.transactions().call(books -> books.tickets().page(filter, before, atMost)).stream()
                .map(ticket -> ticket.facts().id())
                .map(TicketId::value)
                .toList();
    }
}
