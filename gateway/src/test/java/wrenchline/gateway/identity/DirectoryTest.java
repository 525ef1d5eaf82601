package wrenchline.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wrenchline.core.device.AccountNews;
import wrenchline.gateway.Site;

class DirectoryTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch timeout = new CountDownLatch(1);

    @Test
    void who_asks_while_the_database_is_away_does_not_wait_for_all_who_asked_before() throws Exception {
        Directory directory = new Directory(this::away);
        List<Thread> attempts = Stream.generate(() -> new Thread(() -> ask(directory)))
                .limit(20)
                .toList();
        attempts.forEach(Thread::start);
        Site.await(() -> attempts.stream().noneMatch(attempt -> attempt.getState() == Thread.State.RUNNABLE));
        timeout.countDown();
        for (Thread attempt : attempts) {
            attempt.join();
        }
        assertThat(failures).hasValue(20);
        assertThat(looks).as("the one under way, and one for all others").hasValue(2);
    }

    private void ask(Directory directory) {
        try {
            directory.refresh();
        } catch (IllegalStateException away) {
            failures.incrementAndGet();
        }
    }

    /** Answers the first time; then nobody is there, which is found out after a while. */
    private AccountNews.News away(long position) {
        if (position == AccountNews.BEGINNING) {
            return new AccountNews.News(1, List.of());
        }
        looks.incrementAndGet();
        try {
            timeout.await();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the database is away");
    }
}
