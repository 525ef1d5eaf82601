package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.PhoneOrder;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandState;
import wrenchline.core.duty.Roster;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketState;

class JsonTest {

    static Stream<Class<?>> stored() {
        return Stream.of(
                Ticket.class,
                TicketState.class,
                TicketEvent.class,
                Promise.class,
                PromiseState.class,
                PromiseEvent.class,
                Callback.class,
                CallbackState.class,
                CallbackEvent.class,
                Notice.class,
                NoticeState.class,
                NoticeEvent.class,
                Command.class,
                CommandState.class,
                CommandEvent.class,
                PhoneOrder.class,
                Evidence.class,
                Recording.class,
                Roster.class);
    }

    @ParameterizedTest
    @MethodSource("stored")
    void everything_that_is_stored_is_read_as_it_was_written(Class<?> type) {
        Samples samples = new Samples(new Random(20260101));
        Samples.leaves(type).forEach(leaf -> {
            for (int round = 0; round < 50; round++) {
                assertReadAsWritten(type, samples.of(leaf));
            }
        });
    }

    private static <T> void assertReadAsWritten(Class<T> type, Object value) {
        String text = Json.write(type, type.cast(value));
        assertThat(Json.read(type, text)).isEqualTo(value);
        assertThat(Json.write(type, Json.read(type, text))).isEqualTo(text);
    }

    @Test
    void unknown_state_is_refused() {
        assertThatThrownBy(() -> Json.read(TicketState.class, "{\"is\":\"Exploded\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Exploded' is unknown");
    }

    @Test
    void missing_value_is_refused() {
        assertThatThrownBy(() -> Json.read(PromiseState.class, "{\"is\":\"Running\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no 'deadline'");
    }
}
