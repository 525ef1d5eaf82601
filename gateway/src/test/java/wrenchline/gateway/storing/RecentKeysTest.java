package wrenchline.gateway.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

    private record Key(long at, long digest) {}

    @Test
    void a_key_is_added_once() {
        RecentKeys keys = new RecentKeys(Long.MIN_VALUE);
        assertThat(keys.add(5, 1)).isTrue();
        assertThat(keys.add(5, 2)).isTrue();
        assertThat(keys.add(4, 1)).isTrue();
        assertThat(keys.add(5, 1)).isFalse();
        assertThat(keys.add(4, 1)).isFalse();
    }

    @Test
    void nothing_of_a_burst_is_forgotten_before_it_is_trimmed() {
        RecentKeys keys = new RecentKeys(Long.MIN_VALUE);
        for (int digest = 0; digest < 10_000; digest++) {
            assertThat(keys.add(7, digest)).isTrue();
        }
        assertThat(keys.knowsAfter()).isEqualTo(Long.MIN_VALUE);
        assertThat(keys.add(7, 0)).isFalse();
        keys.trim();
        assertThat(keys.knowsAfter()).isEqualTo(7);
    }

    @Test
    void of_a_machine_that_sends_a_little_the_last_readings_are_known_however_old_they_are() {
        RecentKeys keys = new RecentKeys(Long.MIN_VALUE);
        for (long minute = 0; minute < 100; minute++) {
            keys.add(minute * 60_000_000, minute);
            keys.trim();
        }
        assertThat(keys.knowsAfter()).isEqualTo(35L * 60_000_000);
    }

    @Test
    void what_is_later_than_it_says_is_known_whatever_came_and_was_forgotten() {
        Random random = new Random(20260302);
        RecentKeys keys = new RecentKeys(Long.MIN_VALUE);
        Set<Key> all = new HashSet<>();
        for (int step = 0; step < 50_000; step++) {
            // Some late, many at the same time, and some twice.
            long at = step * 100L - (long) random.nextInt(10) * random.nextInt(200_000);
            Key key = new Key(at - at % 1_000, random.nextInt(50));
            if (key.at() > keys.knowsAfter()) {
                assertThat(keys.add(key.at(), key.digest())).isEqualTo(all.add(key));
            }
            if (random.nextInt(100) == 0) {
                keys.trim();
            }
        }
        assertThat(keys.knowsAfter()).isGreaterThan(0);
    }
}
