package wrenchline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wrenchline.core.promise.PromiseId;

class ChainTest {

    private static final PromiseId PROMISE = new PromiseId(new UUID(0, 7));
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.5Z");

    @Test
    void what_is_sealed_is_a_line_that_anybody_can_hash() {
        Chain begin = Chain.of(PROMISE);
        assertThat(begin.line(AT, "{\"is\":\"x\"}"))
                .isEqualTo("{\"at\":\"2026-03-01T08:00:00.500Z\",\"entry\":{\"is\":\"x\"},\"previous\":\""
                        + "0".repeat(64) + "\",\"promise\":\"00000000-0000-0000-0000-000000000007\",\"sequence\":1}");
        assertThat(begin.seal(AT, "{\"is\":\"x\"}").hash()).isEqualTo(Sha256.of(begin.line(AT, "{\"is\":\"x\"}")));
        assertThat(Sha256.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void an_entry_holds_in_its_place_of_its_own_journal_alone() {
        Chain begin = Chain.of(PROMISE);
        Link first = begin.seal(AT, "{}");
        Link second = begin.after(first).seal(AT, "{}");
        assertThat(begin.holds(first)).isTrue();
        assertThat(begin.after(first).holds(second)).isTrue();
        assertThat(begin.holds(second)).isFalse();
        assertThat(Chain.of(new PromiseId(new UUID(0, 8))).holds(first)).isFalse();
    }

    @Test
    void an_entry_of_the_first_form_still_holds() {
        Chain begin = Chain.of(PROMISE);
        Link old = new Link(1, AT, "{}", Sha256.of("0".repeat(64) + "\n1\n" + AT + "\n{}"));
        assertThat(begin.holds(old)).isTrue();
        assertThat(begin.holds(new Link(1, AT, "{ }", old.hash()))).isFalse();
    }

    @Test
    void an_anchor_names_its_heads_and_the_anchor_before() {
        Anchor anchor = new Anchor(1, AT, Chain.ORIGIN, List.of(new Anchor.Head(PROMISE, 3, "ab")));
        assertThat(anchor.line())
                .isEqualTo("{\"at\":\"2026-03-01T08:00:00.500Z\",\"heads\":[{\"hash\":\"ab\",\"promise\":\"" + PROMISE
                        + "\",\"sequence\":3}],\"number\":1,\"previous\":\"" + "0".repeat(64) + "\"}");
    }
}
