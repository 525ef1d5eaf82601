package wrenchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void what_piled_up_is_done_without_a_pause() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(200);
        CountDownLatch done = new CountDownLatch(1);
        try (Repeating _ = Repeating.steps("backlog", NEVER, () -> {
            boolean more = left.decrementAndGet() > 0;
            if (!more) {
                done.countDown();
            }
            return more;
        })) {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(left).hasValue(0);
    }

    @Test
    void what_never_ends_ends_between_two_steps_when_it_is_closed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        Repeating endless = Repeating.steps("endless", NEVER, () -> {
            begun.countDown();
            return true;
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        endless.close();
        assertThat(endless.isRunning()).isFalse();
    }

    @Test
    void after_a_failure_it_pauses_and_is_tried_again() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(2);
        try (Repeating _ = Repeating.steps("failing", Duration.ofMillis(1), () -> {
            again.countDown();
            throw new IllegalStateException("on purpose");
        })) {
            assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
