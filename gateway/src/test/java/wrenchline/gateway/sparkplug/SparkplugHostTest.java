package wrenchline.gateway.sparkplug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static wrenchline.gateway.Site.next;
import static wrenchline.gateway.sparkplug.Payloads.BOOLEAN;
import static wrenchline.gateway.sparkplug.Payloads.DOUBLE;
import static wrenchline.gateway.sparkplug.Payloads.INT32;
import static wrenchline.gateway.sparkplug.Payloads.STRING;
import static wrenchline.gateway.sparkplug.Payloads.alias;
import static wrenchline.gateway.sparkplug.Payloads.at;
import static wrenchline.gateway.sparkplug.Payloads.bdSeq;
import static wrenchline.gateway.sparkplug.Payloads.metric;
import static wrenchline.gateway.sparkplug.Payloads.name;
import static wrenchline.gateway.sparkplug.Payloads.payload;
import static wrenchline.gateway.sparkplug.Payloads.real;
import static wrenchline.gateway.sparkplug.Payloads.text;
import static wrenchline.gateway.sparkplug.Payloads.truth;
import static wrenchline.gateway.sparkplug.Payloads.type;
import static wrenchline.gateway.sparkplug.Payloads.whole;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.config.SparkplugSettings;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Reading;
import wrenchline.gateway.Site;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.payload.Sender;

/** What follows from what a node says. */
class SparkplugHostTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final EquipmentId NODE = new EquipmentId("hall.edge");
    private static final CommandId COMMAND = new CommandId(new UUID(1, 2));
    private static final EquipmentId LIFT = new EquipmentId("lift-01");

    private final Site site = new Site();
    private final BlockingQueue<Outcome> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Sent> published = new LinkedBlockingQueue<>();
    private Instant now = START;
    private Sender sender = new Sender.Anyone();
    private final SparkplugHost host = new SparkplugHost(
            new SparkplugSettings(
                    "wrenchline",
                    Duration.ofSeconds(2),
                    Map.of("hall/edge/press", new EquipmentId("press-7")),
                    Map.of("Special/Name", "pressure")),
            Set.of(LIFT)::contains,
            site.ingest,
            () -> now,
            Site.MAX_PAYLOAD_BYTES);

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sent(String topic, byte[] payload, int qos, boolean retain) {}

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_birth_tells_the_state_and_its_aliases_the_meaning_of_the_data() throws InterruptedException {
        born();
        send("DDATA/edge/lift-01", payload(ms(now), 2, metric(alias(1), real(62.5)), metric(alias(2), truth(true))));
        assertThat(statuses(2)).containsExactlyInAnyOrder(status(NODE, true), status(LIFT, true));
        assertThat(kept(LIFT))
                .extracting(Reading::values)
                .containsExactly(
                        Map.of("oil_temp", 61.0, "door", 0.0, "pressure", 5.0), Map.of("oil_temp", 62.5, "door", 1.0));
        assertThat(attributes(LIFT))
                .containsEntry("Firmware", "\"2.10\"")
                .containsEntry("sparkplug", "\"hall/edge/lift-01\"");
        assertThat(published).isEmpty();
    }

    @Test
    void a_node_with_an_account_cannot_pass_a_device_for_another_machine_but_for_those_that_the_operator_named()
            throws InterruptedException {
        sender = new Sender.Machine(new EquipmentId("edge"), true);
        born();
        send("DBIRTH/edge/press", payload(ms(now), 2, metric(name("force"), type(DOUBLE), real(7))));
        assertThat(statuses(3))
                .containsExactlyInAnyOrder(
                        status(new EquipmentId("edge"), true),
                        status(new EquipmentId("hall.edge.lift-01"), true),
                        status(new EquipmentId("press-7"), true));
        assertThat(kept(LIFT)).isEmpty();
    }

    @Test
    void what_one_account_announced_does_not_hold_for_another() throws InterruptedException {
        born();
        sender = new Sender.Machine(new EquipmentId("edge"), true);
        send("DDATA/edge/lift-01", payload(ms(now), 2, metric(alias(1), real(99))));
        assertThat(next(site.quarantine.messages).reason()).contains("before the birth");
        assertThat(kept(LIFT)).hasSize(1);
    }

    @Test
    void a_person_may_ask_for_the_birth_of_a_device_and_the_birth_is_the_answer() throws InterruptedException {
        assertThat(host.askForBirth(LIFT, COMMAND)).as("before it is there").isFalse();
        born();
        assertThat(host.born()).contains(LIFT);
        assertThat(host.born()).isEmpty();
        assertThat(host.askForBirth(LIFT, COMMAND)).isTrue();
        Sent asked = next(published);
        assertThat(asked.topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
        assertThat(new String(asked.payload(), UTF_8)).contains("Node Control/Rebirth");
        assertThat(site.answers).isEmpty();
        born();
        assertThat(next(site.answers)).isEqualTo(new CommandAnswer(LIFT, COMMAND, true, ""));
        assertThat(host.born()).contains(LIFT);
        send("NDEATH/edge", payload(ms(now), Payload.NONE, bdSeq(0)));
        assertThat(host.askForBirth(LIFT, COMMAND)).as("after its death").isFalse();
    }

    @Test
    void metrics_of_one_time_are_one_reading_and_history_is_dated_when_it_was() throws InterruptedException {
        born();
        Instant lately = START.minusMillis(5);
        Instant earlier = START.minusSeconds(3600);
        send(
                "DDATA/edge/lift-01",
                payload(
                        ms(now),
                        2,
                        metric(alias(1), at(ms(lately)), real(62)),
                        metric(alias(2), at(ms(lately)), truth(true)),
                        metric(alias(1), at(ms(earlier)), historical(), real(58)),
                        metric(alias(1), at(ms(earlier.plusSeconds(1))), historical(), real(59))));
        assertThat(kept(LIFT).subList(1, 4))
                .extracting(Reading::at, Reading::values)
                .containsExactly(
                        tuple(earlier, Map.of("oil_temp", 58.0)),
                        tuple(earlier.plusSeconds(1), Map.of("oil_temp", 59.0)),
                        tuple(lately, Map.of("oil_temp", 62.0, "door", 1.0)));
    }

    @Test
    void gaps_and_what_the_node_calls_bad_or_stale_are_no_measurements() throws InterruptedException {
        born();
        send(
                "DDATA/edge/lift-01",
                payload(
                        ms(now),
                        2,
                        metric(alias(1), Payloads.isNull()),
                        metric(alias(2), Payloads.quality(500), truth(true)),
                        metric(name("Special/Name"), Payloads.quality(192), whole(-3))));
        assertThat(kept(LIFT).getLast().values()).isEqualTo(Map.of("pressure", -3.0));
    }

    @Test
    void a_device_is_the_machine_that_the_settings_name_or_that_is_called_so_or_its_path() throws InterruptedException {
        birthOfNode(0);
        send("DBIRTH/edge/press", payload(ms(now), 1, metric(name("a"), type(INT32), whole(1))));
        send("DBIRTH/edge/Press No 8", payload(ms(now), 2, metric(name("a"), type(INT32), whole(1))));
        assertThat(statuses(3))
                .containsExactlyInAnyOrder(
                        status(NODE, true),
                        status(new EquipmentId("press-7"), true),
                        status(new EquipmentId("hall.edge.Press_No_8"), true));
    }

    @Test
    void data_before_the_birth_are_kept_in_quarantine_and_the_birth_is_asked_for() throws Exception {
        send("DDATA/edge/lift-01", payload(ms(now), 17, metric(alias(1), real(62.5))));
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        assertThat(next(site.quarantine.messages).reason()).contains("before the birth");
        Sent asked = next(published);
        assertThat(asked.topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
        assertThat(asked.qos()).isZero();
        assertThat(asked.retain()).isFalse();
        Payload command = PayloadReader.read(asked.payload());
        assertThat(command.timestamp()).isEqualTo(ms(now));
        assertThat(command.seq()).isEqualTo(Payload.NONE);
        assertThat(command.metrics())
                .containsExactly(new Metric(
                        "Node Control/Rebirth",
                        Payload.NONE,
                        ms(now),
                        BOOLEAN,
                        false,
                        Metric.GOOD,
                        new Value.Truth(true)));
    }

    @Test
    void a_node_that_does_not_answer_is_asked_ever_more_rarely() {
        for (int second = 0; second < 3600; second++) {
            now = START.plusSeconds(second);
            host.receive(arrival("NDATA/edge", payload(ms(now), 0)), () -> {});
        }
        assertThat(published).hasSizeBetween(8, 14);
    }

    @Test
    void a_device_whose_birth_is_missing_makes_the_node_be_asked() throws InterruptedException {
        birthOfNode(0);
        send("DDATA/edge/lift-01", payload(ms(now), 1, metric(name("a"), whole(1))));
        assertThat(next(published).topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
    }

    @Test
    void an_alias_or_a_name_that_no_birth_announced_makes_the_node_be_asked_and_the_rest_counts()
            throws InterruptedException {
        born();
        send("DDATA/edge/lift-01", payload(ms(now), 2, metric(alias(1), real(62)), metric(alias(99), real(1))));
        assertThat(next(published).topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
        assertThat(kept(LIFT).getLast().values()).isEqualTo(Map.of("oil_temp", 62.0));
        assertThat(next(site.quarantine.messages).reason()).contains("no birth announced the alias 99");
    }

    @Test
    void a_missing_message_is_waited_for_and_then_the_births_are_asked_for() throws InterruptedException {
        born();
        send("DDATA/edge/lift-01", payload(ms(now), 3, metric(alias(1), real(62))));
        host.lookForGaps();
        assertThat(published).isEmpty();
        now = now.plusSeconds(2);
        host.lookForGaps();
        assertThat(next(published).topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
        birthOfNode(0);
        now = now.plusSeconds(60);
        host.lookForGaps();
        assertThat(published).isEmpty();
    }

    @Test
    void messages_that_change_places_within_the_time_are_no_gap() throws InterruptedException {
        born();
        send("DDATA/edge/lift-01", payload(ms(now), 3, metric(alias(1), real(63))));
        send("DDATA/edge/lift-01", payload(ms(now.minusMillis(5)), 2, metric(alias(1), real(62))));
        now = now.plusSeconds(60);
        host.lookForGaps();
        assertThat(published).isEmpty();
        assertThat(kept(LIFT)).hasSize(3);
    }

    @Test
    void the_death_of_a_node_takes_its_devices_with_it_at_the_time_of_this_host() throws InterruptedException {
        born();
        statuses(2);
        now = now.plusSeconds(9);
        send("NDEATH/edge", payload(ms(START.minusSeconds(500)), Payload.NONE, bdSeq(0)));
        assertThat(statuses(2))
                .containsExactlyInAnyOrder(new DeviceStatus(LIFT, now, false), new DeviceStatus(NODE, now, false));
        send("DDATA/edge/lift-01", payload(ms(now), 2, metric(alias(1), real(1))));
        assertThat(next(published).topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
    }

    @Test
    void a_death_that_belongs_to_an_earlier_session_is_too_late() throws InterruptedException {
        birthOfNode(7);
        send("NDEATH/edge", payload(ms(now), Payload.NONE, bdSeq(6)));
        assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        assertThat(statuses(1)).containsExactly(status(NODE, true));
        assertThat(site.devices.statuses).isEmpty();
    }

    @Test
    void a_new_session_without_the_death_of_the_old_one_ends_the_devices_that_do_not_come_back()
            throws InterruptedException {
        born();
        statuses(2);
        now = now.plusSeconds(9);
        birthOfNode(1);
        assertThat(statuses(2)).containsExactlyInAnyOrder(status(LIFT, false), status(NODE, true));
    }

    @Test
    void a_rebirth_within_the_session_leaves_the_devices_as_they_are() throws InterruptedException {
        born();
        statuses(2);
        born();
        assertThat(statuses(2)).containsExactlyInAnyOrder(status(NODE, true), status(LIFT, true));
    }

    @Test
    void the_death_of_a_device_is_its_own_and_dated_by_the_node() throws InterruptedException {
        born();
        statuses(2);
        now = now.plusSeconds(9);
        send("DDEATH/edge/lift-01", payload(ms(now.minusSeconds(2)), 2));
        assertThat(statuses(1)).containsExactly(new DeviceStatus(LIFT, now.minusSeconds(2), false));
        assertThat(published).isEmpty();
    }

    @Test
    void a_death_dated_before_the_birth_by_a_slow_clock_ends_the_device_all_the_same() throws InterruptedException {
        born();
        statuses(2);
        send("DDEATH/edge/lift-01", payload(ms(START.minusSeconds(600)), 2));
        assertThat(statuses(1)).containsExactly(new DeviceStatus(LIFT, START, false));
    }

    @Test
    void when_the_server_is_out_of_reach_nobody_is_known_to_be_there() throws InterruptedException {
        born();
        statuses(2);
        now = now.plusSeconds(9);
        host.lost();
        assertThat(statuses(2)).containsExactlyInAnyOrder(status(LIFT, false), status(NODE, false));
        send("DDATA/edge/lift-01", payload(ms(now), 2, metric(alias(1), real(1))));
        assertThat(next(published).topic()).isEqualTo("spBv1.0/hall/NCMD/edge");
    }

    @Test
    void commands_and_states_of_hosts_say_nothing_of_machines() throws InterruptedException {
        send("NCMD/edge", payload(ms(now), Payload.NONE));
        send("DCMD/edge/lift-01", payload(ms(now), Payload.NONE));
        host.receive(arrival("spBv1.0/STATE/other", "{\"online\":true}".getBytes(UTF_8)), () -> {});
        for (int message = 0; message < 3; message++) {
            assertThat(next(acknowledged)).isEqualTo(Outcome.KEPT);
        }
        assertThat(published).isEmpty();
        assertThat(site.stored()).isEmpty();
        assertThat(site.devices.statuses).isEmpty();
    }

    @Test
    void what_is_no_payload_or_no_topic_is_quarantined() throws InterruptedException {
        send("NDATA/edge", "temperature=5".getBytes(UTF_8));
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
        for (String topic : List.of("NDATA/edge/lift-01", "DDATA/edge", "NOTE/edge", "DDATA/edge/", "NDATA")) {
            send(topic, payload(ms(now), 0));
            assertThat(next(acknowledged)).as(topic).isEqualTo(Outcome.BAD_TOPIC);
        }
        send("NDATA/edge", new byte[Site.MAX_PAYLOAD_BYTES + 1]);
        assertThat(next(acknowledged)).isEqualTo(Outcome.BAD_PAYLOAD);
    }

    @Test
    void birth_and_will_of_the_host_carry_one_time() {
        HostState state = host.state();
        now = now.plusSeconds(60);
        assertThat(state.topic()).isEqualTo("spBv1.0/STATE/wrenchline");
        assertThat(new String(state.will(), UTF_8)).isEqualTo("{\"online\":false,\"timestamp\":1772352000000}");
        assertThat(new String(state.birth(), UTF_8)).isEqualTo("{\"online\":true,\"timestamp\":1772352000000}");
        assertThat(new String(HostState.farewell(now), UTF_8))
                .isEqualTo("{\"online\":false,\"timestamp\":1772352060000}");
    }

    private void born() {
        birthOfNode(0);
        send(
                "DBIRTH/edge/lift-01",
                payload(
                        ms(now),
                        1,
                        metric(name("Oil Temp"), alias(1), at(ms(now)), type(DOUBLE), real(61)),
                        metric(name("door"), alias(2), at(ms(now)), type(BOOLEAN), truth(false)),
                        metric(name("Special/Name"), at(ms(now)), type(INT32), whole(5)),
                        metric(name("Firmware"), alias(3), at(ms(now)), type(STRING), text("2.10"))));
    }

    private void birthOfNode(long bdSeq) {
        send(
                "NBIRTH/edge",
                payload(ms(now), 0, bdSeq(bdSeq), metric(name("Node Control/Rebirth"), type(BOOLEAN), truth(false))));
    }

    private void send(String topic, byte[] payload) {
        assertThat(host.receive(arrival("spBv1.0/hall/" + topic, payload), () -> {}))
                .isTrue();
    }

    private Arrival arrival(String topic, byte[] payload) {
        return new Arrival(
                "test",
                sender,
                topic.startsWith("spBv1.0/") ? topic : "spBv1.0/hall/" + topic,
                payload,
                now,
                (to, bytes, qos, retain) -> published.add(new Sent(to, bytes, qos, retain)),
                acknowledged::add);
    }

    /** The next {@code count}; machines of different lanes may overtake each other. */
    private List<DeviceStatus> statuses(int count) {
        return Stream.generate(this::nextStatus).limit(count).toList();
    }

    private DeviceStatus nextStatus() {
        try {
            return next(site.devices.statuses);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waiting for a status", e);
        }
    }

    private DeviceStatus status(EquipmentId equipment, boolean online) {
        return new DeviceStatus(equipment, now, online);
    }

    private List<Reading> kept(EquipmentId equipment) {
        site.ingest.close();
        return site.history.kept().stream()
                .filter(reading -> reading.equipment().equals(equipment))
                .toList();
    }

    private Map<String, String> attributes(EquipmentId equipment) {
        return site.devices.attributes(equipment).stream()
                .collect(Collectors.toMap(one -> one.name(), one -> one.value()));
    }

    private static Payloads.Fields historical() {
        return out -> out.writeBool(5, true);
    }

    private static long ms(Instant instant) {
        return instant.toEpochMilli();
    }
}
