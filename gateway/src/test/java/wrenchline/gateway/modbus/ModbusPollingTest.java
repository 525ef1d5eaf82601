package wrenchline.gateway.modbus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static wrenchline.gateway.Site.await;
import static wrenchline.gateway.Site.next;

import com.digitalpetri.modbus.server.ProcessImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wrenchline.config.Register;
import wrenchline.config.Register.Table;
import wrenchline.config.Register.WordOrder;
import wrenchline.config.RegisterMap;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.Site;
import wrenchline.gateway.modbus.WireController.Request;

class ModbusPollingTest {

    private static final PollerPatience SHORT = new PollerPatience(Duration.ofMillis(200), SampleRegisters.EVERY);

    /** One float, so that it can be no number. */
    private static final RegisterMap PRESSURE = new RegisterMap(
            SampleRegisters.EVERY,
            List.of(new Register("pressure", Table.HOLDING, 0, Register.Type.FLOAT32, WordOrder.HIGH_FIRST, 0, 1, 0)));

    private static final int[] GOOD = words(Float.floatToIntBits(2.5f));

    private final Site site = new Site();
    private final ModbusPolling polling = new ModbusPolling(site.ingest, SHORT, site.clock);

    @AfterEach
    void stop() {
        polling.close();
        site.close();
    }

    @Test
    void every_kind_of_register_is_read_and_adjacent_ones_in_one_request() throws Exception {
        ProcessImage image = new ProcessImage();
        image.with(transaction -> {
            byte[] bytes = SampleRegisters.holding();
            for (int register = 0; register < bytes.length / 2; register++) {
                byte[] word = {bytes[2 * register], bytes[2 * register + 1]};
                int address = register;
                transaction.writeHoldingRegisters(registers -> registers.put(address, word));
            }
            transaction.writeInputRegisters(registers -> registers.put(5, new byte[] {0, 43}));
            transaction.writeCoils(coils -> coils.put(9, true));
            transaction.writeDiscreteInputs(inputs -> inputs.put(2, true));
        });
        try (WireController controller = new WireController(new LibraryController(image))) {
            polling.follow(Set.of(SampleRegisters.at("lift-01", controller.port(), SampleRegisters.MAP)));
            await(() -> controller.requests.size() >= 9);
            assertThat(controller.requests.stream().limit(4))
                    .containsExactly(
                            new Request(1, 9, 1), new Request(2, 2, 1), new Request(3, 0, 13), new Request(4, 5, 1));
        }
        await(() -> !site.history.kept().isEmpty());
        assertThat(site.stored().getFirst().values()).isEqualTo(SampleRegisters.VALUES);
        assertThat(site.stored().getFirst().received())
                .isEqualTo(site.stored().getFirst().at());
    }

    /** What a controller may do wrong. */
    enum Fault implements WireController.Behaviour {
        REFUSES {
            @Override
            public byte[] answer(byte[] request) {
                return WireController.framed(request, (byte) 0x83, (byte) 2);
            }
        },
        IS_SILENT {
            @Override
            public byte[] answer(byte[] request) {
                return WireController.SILENCE;
            }
        },
        CLOSES_THE_CONNECTION {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                throw new IOException("enough");
            }
        },
        STOPS_IN_THE_MIDDLE {
            @Override
            public byte[] answer(byte[] request) {
                return ByteBuffer.allocate(9)
                        .put(WireController.framed(request, new byte[6]), 0, 9)
                        .array();
            }
        },
        ANSWERS_TOO_FEW {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                return WireController.holding(1).answer(request);
            }
        },
        ANSWERS_TOO_MANY {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                return WireController.holding(1, 2, 3).answer(request);
            }
        },
        COUNTS_WRONGLY {
            @Override
            public byte[] answer(byte[] request) {
                return WireController.framed(request, (byte) 3, (byte) 40, (byte) 0, (byte) 0);
            }
        },
        ANSWERS_ANOTHER_FUNCTION {
            @Override
            public byte[] answer(byte[] request) {
                return WireController.framed(request, (byte) 4, (byte) 4, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
            }
        },
        ANSWERS_ANOTHER_REQUEST {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                byte[] answer = WireController.holding(GOOD).answer(request);
                answer[1]++;
                return answer;
            }
        },
        ANSWERS_FOR_ANOTHER_UNIT {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                byte[] answer = WireController.holding(GOOD).answer(request);
                answer[6]++;
                return answer;
            }
        },
        SPEAKS_ANOTHER_LANGUAGE {
            @Override
            public byte[] answer(byte[] request) {
                return "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII);
            }
        },
        HAS_NO_NUMBER {
            @Override
            public byte[] answer(byte[] request) throws IOException {
                return WireController.holding(words(Float.floatToIntBits(Float.NaN)))
                        .answer(request);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_controller_with_a_fault_is_offline_until_it_is_mended(Fault fault) throws InterruptedException {
        try (WireController controller = new WireController(fault)) {
            polling.follow(Set.of(SampleRegisters.at("lift-01", controller.port(), PRESSURE)));
            assertThat(next(site.devices.statuses).online()).isFalse();
            assertThat(polling.snapshot().trouble().get(new EquipmentId("lift-01")))
                    .isNotEmpty();
            assertThat(site.stored()).isEmpty();
            controller.behave(WireController.holding(GOOD));
            assertThat(next(site.devices.statuses).online()).isTrue();
            await(() -> !site.history.kept().isEmpty());
            assertThat(site.history.kept().getFirst().values()).isEqualTo(Map.of("pressure", 2.5));
            assertThat(site.quarantine.messages).isEmpty();
        }
    }

    @Test
    void one_lost_answer_is_no_news() throws InterruptedException {
        try (WireController controller = new WireController(WireController.holding(GOOD))) {
            polling.follow(Set.of(SampleRegisters.at("lift-01", controller.port(), PRESSURE)));
            assertThat(next(site.devices.statuses).online()).isTrue();
            WireController.Behaviour good = WireController.holding(GOOD);
            controller.behave(request -> {
                controller.behave(good);
                return Fault.REFUSES.answer(request);
            });
            await(() -> polling.snapshot().failures() == 1);
            long polls = polling.snapshot().polls();
            await(() -> polling.snapshot().polls() >= polls + 3);
            assertThat(site.devices.statuses).isEmpty();
        }
    }

    @Test
    void a_machine_that_cannot_be_reached_is_offline_until_it_can() throws InterruptedException {
        int port;
        try (WireController controller = new WireController(WireController.holding(GOOD))) {
            port = controller.port();
        }
        polling.follow(Set.of(SampleRegisters.at("lift-01", port, PRESSURE)));
        assertThat(next(site.devices.statuses).online()).isFalse();
        assertThat(polling.snapshot().trouble().get(new EquipmentId("lift-01"))).contains("refused");
    }

    @Test
    void a_metric_without_a_number_is_left_out_and_the_others_are_kept() {
        RegisterMap two = new RegisterMap(
                SampleRegisters.EVERY,
                List.of(
                        PRESSURE.registers().getFirst(),
                        new Register("flow", Table.HOLDING, 2, Register.Type.UINT16, WordOrder.HIGH_FIRST, 0, 1, 0)));
        try (WireController controller = new WireController(WireController.holding(0x7FC0, 0, 12))) {
            polling.follow(Set.of(SampleRegisters.at("lift-01", controller.port(), two)));
            await(() -> !site.history.kept().isEmpty());
            assertThat(site.history.kept().getFirst().values()).isEqualTo(Map.of("flow", 12.0));
            assertThat(polling.snapshot().trouble()).isEmpty();
        }
    }

    @Test
    void a_slow_machine_stalls_no_other() {
        PollerPatience long_ = new PollerPatience(Duration.ofMinutes(10), Duration.ofMinutes(10));
        try (WireController silent = new WireController(Fault.IS_SILENT);
                WireController good = new WireController(WireController.holding(GOOD));
                ModbusPolling both = new ModbusPolling(site.ingest, long_, site.clock)) {
            both.follow(Set.of(SampleRegisters.at("slow", silent.port(), PRESSURE)));
            await(() -> silent.requests.size() == 1);
            both.follow(Set.of(
                    SampleRegisters.at("slow", silent.port(), PRESSURE),
                    SampleRegisters.at("quick", good.port(), PRESSURE)));
            await(() -> site.history.kept().size() >= 5);
            assertThat(silent.requests).hasSize(1);
            assertThat(good.connections).hasValue(1);
        }
    }

    @Test
    void polling_waits_while_the_pipeline_has_no_room() throws InterruptedException {
        BlockingQueue<Runnable> rooms = new LinkedBlockingQueue<>();
        try (WireController full = new WireController(WireController.holding(GOOD));
                WireController other = new WireController(WireController.holding(GOOD));
                ModbusPolling waiting = new ModbusPolling(
                        (arrival, whenRoom) -> {
                            rooms.add(whenRoom);
                            return false;
                        },
                        SHORT,
                        site.clock)) {
            waiting.follow(Set.of(SampleRegisters.at("lift-01", full.port(), PRESSURE)));
            Runnable room = next(rooms);
            polling.follow(Set.of(SampleRegisters.at("lift-02", other.port(), PRESSURE)));
            await(() -> other.requests.size() >= 10);
            assertThat(full.requests).hasSize(1);
            room.run();
            next(rooms).run();
            await(() -> full.requests.size() == 2);
        }
    }

    @Test
    void who_is_no_longer_registered_is_no_longer_asked() {
        try (WireController controller = new WireController(WireController.holding(GOOD))) {
            polling.follow(Set.of(SampleRegisters.at("lift-01", controller.port(), PRESSURE)));
            await(() -> controller.requests.size() >= 2);
            polling.follow(Set.of());
            int asked = controller.requests.size();
            polling.follow(Set.of(SampleRegisters.at("lift-02", controller.port(), PRESSURE)));
            await(() -> controller.requests.size() > asked);
            assertThat(site.stored().getLast().equipment().value()).startsWith("lift-0");
            assertThat(polling.snapshot().machines()).isEqualTo(1);
        }
    }

    @Test
    void the_pause_doubles_with_each_failure_up_to_a_minute() {
        PollerPatience usual = PollerPatience.usual();
        Duration every = Duration.ofSeconds(5);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 1_000))
                .extracting(failures -> usual.pause(every, failures).toSeconds())
                .containsExactly(5L, 5L, 10L, 20L, 40L, 60L, 60L);
        assertThat(usual.pause(Duration.ofMinutes(10), 7)).isEqualTo(Duration.ofMinutes(10));
    }

    private static int[] words(int number) {
        return new int[] {number >>> 16, number & 0xFFFF};
    }
}
