package wrenchline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How simulated machines take commands. */
class SimulatedControllerTest {

    private static final long NOW = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();

    private final SimulatedController controller = new SimulatedController();

    @Test
    void a_start_is_inhibited_until_it_is_released() {
        assertThat(answer("InhibitStart", NOW + 1)).endsWith("\"ok\": true}");
        assertThat(controller.startInhibited()).isTrue();
        assertThat(answer("ReleaseStart", NOW + 1)).endsWith("\"ok\": true}");
        assertThat(controller.startInhibited()).isFalse();
    }

    @Test
    void a_command_that_comes_again_is_answered_again_and_not_done_again() {
        String release = command("ReleaseStart", NOW + 1);
        String first = controller.answer(release, NOW);
        answer("InhibitStart", NOW + 1);
        assertThat(controller.answer(release, NOW + 9)).isEqualTo(first);
        assertThat(controller.startInhibited()).isTrue();
    }

    @Test
    void what_is_too_late_or_unknown_is_refused_and_what_is_no_command_is_not_answered() {
        assertThat(answer("InhibitStart", NOW)).contains("\"ok\": false", "its time is over");
        assertThat(answer("Custom", NOW + 1)).contains("\"ok\": false", "knows no Custom");
        assertThat(controller.answer("hello", NOW)).isEmpty();
        assertThat(controller.startInhibited()).isFalse();
    }

    private String answer(String kind, long expires) {
        return controller.answer(command(kind, expires), NOW);
    }

    private static String command(String kind, long expires) {
        return "{\"id\":\"%s\",\"kind\":\"%s\",\"reason\":\"a sample\",\"expires\":%d}"
                .formatted(UUID.randomUUID(), kind, expires);
    }
}
