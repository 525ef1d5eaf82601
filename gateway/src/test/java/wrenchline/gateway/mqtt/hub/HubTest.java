package wrenchline.gateway.mqtt.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wrenchline.gateway.mqtt.hub.Letter.Ending;
import wrenchline.gateway.mqtt.hub.Outbox.Parcel;

class HubTest {

    private static final int WINDOW = 3;
    private static final String[] LEVELS = {"a", "b", "", "$x", "+", "#"};

    private final Hub hub = new Hub(new HubLimits(10, 10_000, 15_000, 5, 5_000), Retention.NONE);
    private final Client client = new Client("one");

    /** A session, and what was sent to it while it was connected. */
    private final class Client implements Outbox.Reader {
        final Outbox outbox;
        boolean overflowed;

        Client(String name) {
            outbox = hub.open(name);
        }

        Client subscribed(String filter, int qos) {
            hub.subscribe(new Subscription(outbox, filter, qos, false, false));
            return this;
        }

        Client connected() {
            outbox.attach(this);
            return this;
        }

        List<Parcel> take() {
            return Stream.generate(() -> outbox.take(WINDOW))
                    .takeWhile(parcel -> parcel != null)
                    .toList();
        }

        List<String> texts() {
            return take().stream().map(HubTest::text).toList();
        }

        @Override
        public void mail() {
            // Taken by hand.
        }

        @Override
        public void overflowed() {
            overflowed = true;
        }
    }

    @Test
    void a_topic_reaches_exactly_those_whose_filter_matches_it() {
        Random random = new Random(20_260_301);
        SubscriptionTree tree = new SubscriptionTree();
        List<Subscription> all = new ArrayList<>();
        for (int count = 0; count < 300; count++) {
            Subscription one = new Subscription(hub.open("c" + count), filter(random), 0, false, false);
            all.add(one);
            tree.add(one);
        }
        for (int count = 0; count < 100; count++) {
            Subscription gone = all.remove(random.nextInt(all.size()));
            assertThat(tree.remove(gone.outbox(), gone.filter())).isTrue();
        }
        for (int count = 0; count < 2_000; count++) {
            String topic = topic(random);
            assertThat(tree.matching(topic).values())
                    .as(topic)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(one -> matches(one.filter(), topic))
                            .toList());
        }
        all.forEach(one -> tree.remove(one.outbox(), one.filter()));
        assertThat(tree.size()).isZero();
        assertThat(tree.matching("a")).isEmpty();
    }

    @Test
    void a_filter_finds_exactly_the_retained_messages_that_match_it() {
        Random random = new Random(20_260_302);
        RetainedMessages retained = new RetainedMessages(HubLimits.usual(), Retention.NONE);
        List<String> topics =
                Stream.generate(() -> topic(random)).limit(200).distinct().toList();
        topics.forEach(topic -> retained.put(message(topic, "x", true), () -> {}));
        for (int count = 0; count < 2_000; count++) {
            String filter = filter(random);
            assertThat(retained.matching(filter))
                    .as(filter)
                    .extracting(Publication::topic)
                    .containsExactlyInAnyOrderElementsOf(topics.stream()
                            .filter(topic -> matches(filter, topic))
                            .toList());
        }
    }

    @Test
    void a_session_with_two_matching_filters_is_told_once_with_the_higher_qos() {
        client.subscribed("a/#", 0).subscribed("a/+", 1).connected();
        hub.publish(message("a/b", "x", false));
        assertThat(client.take())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.letter().qos()).isOne());
    }

    @Test
    void a_session_that_wants_no_local_messages_is_not_told_what_it_says_itself() {
        hub.subscribe(new Subscription(client.outbox, "a", 1, true, false));
        client.connected();
        hub.publish(Publication.of("a", bytes("own"), 1, false, "one", MqttProperties.NO_PROPERTIES));
        hub.publish(Publication.of("a", bytes("other"), 1, false, "two", MqttProperties.NO_PROPERTIES));
        assertThat(client.texts()).containsExactly("other");
    }

    @Test
    void only_messages_of_qos_1_wait_for_who_is_away() {
        client.subscribed("zero", 0).subscribed("one", 1);
        hub.publish(message("zero", "x", false));
        hub.publish(message("one", "y", false));
        assertThat(client.connected().texts()).containsExactly("y");
    }

    @Test
    void no_more_than_the_window_is_sent_without_an_acknowledgement() {
        client.subscribed("a", 1).connected();
        publish(5);
        List<Parcel> first = client.take();
        assertThat(first).hasSize(WINDOW).extracting(Parcel::again).containsOnly(false);
        client.outbox.settle(first.get(1).packet(), Ending.ACKNOWLEDGED);
        assertThat(client.texts()).containsExactly("3");
    }

    @Test
    void what_was_not_acknowledged_comes_again_first_and_in_order() {
        client.subscribed("a", 1).connected();
        publish(5);
        List<Parcel> first = client.take();
        client.outbox.settle(first.get(1).packet(), Ending.ACKNOWLEDGED);
        client.outbox.detach();
        List<Parcel> second = client.connected().take();
        assertThat(second).extracting(HubTest::text).containsExactly("0", "2", "3");
        assertThat(second).extracting(Parcel::again).containsExactly(true, true, false);
        assertThat(second).extracting(Parcel::packet).doesNotHaveDuplicates();
    }

    @Test
    void of_qos_0_what_has_no_room_is_dropped_and_counted() {
        client.subscribed("a", 0).connected();
        publish(13);
        assertThat(client.texts()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(hub.snapshot().dropped()).isEqualTo(3);
        assertThat(client.overflowed).isFalse();
    }

    @Test
    void of_qos_1_what_has_no_room_ends_the_session() {
        client.subscribed("a", 1).connected();
        publish(11);
        assertThat(client.overflowed).isTrue();
        assertThat(client.outbox.isClosed()).isTrue();
        assertThat(client.take()).isEmpty();
        assertThat(hub.snapshot().waitingBytes()).isZero();
    }

    @Test
    void what_waits_for_all_sessions_together_is_bounded() {
        Client other = new Client("two").subscribed("a", 1);
        client.subscribed("a", 1);
        for (int count = 0; count < 9; count++) {
            hub.publish(message("a", "x".repeat(800), false));
        }
        assertThat(List.of(client.outbox.isClosed(), other.outbox.isClosed())).containsOnlyOnce(true);
        assertThat(hub.snapshot().waitingBytes()).isLessThanOrEqualTo(15_000);
    }

    @Test
    void what_has_expired_is_not_sent() {
        client.subscribed("a", 1);
        hub.publish(
                new Publication("a", bytes("old"), 1, false, "", MqttProperties.NO_PROPERTIES, System.nanoTime() - 1));
        hub.publish(message("a", "new", false));
        assertThat(client.connected().texts()).containsExactly("new");
    }

    @Test
    void the_last_retained_message_is_told_to_whoever_subscribes_later_until_it_is_cleared() {
        hub.publish(message("a", "first", true));
        hub.publish(message("a", "second", true));
        Subscription later = new Subscription(client.connected().outbox, "#", 1, false, false);
        hub.tellRetained(later);
        assertThat(client.take()).singleElement().satisfies(parcel -> {
            assertThat(text(parcel)).isEqualTo("second");
            assertThat(parcel.letter().retained()).isTrue();
        });
        hub.publish(message("a", "", true));
        hub.tellRetained(later);
        assertThat(client.take()).isEmpty();
    }

    @Test
    void retained_messages_are_bounded_and_none_tells_what_is_no_longer_so() {
        IntStream.range(0, 7).forEach(topic -> hub.publish(message("t/" + topic, "x", true)));
        hub.publish(message("t/0", "x".repeat(6_000), true));
        hub.tellRetained(new Subscription(client.connected().outbox, "t/#", 0, false, false));
        assertThat(client.take())
                .extracting(parcel -> parcel.letter().publication().topic())
                .containsExactly("t/1", "t/2", "t/3", "t/4");
        assertThat(hub.snapshot().notRetained()).isEqualTo(3);
    }

    @Test
    void the_end_of_a_session_ends_its_subscriptions() {
        client.subscribed("a", 1).subscribed("b/#", 1).connected();
        hub.end(client.outbox);
        assertThat(hub.hasSubscribers()).isFalse();
        publish(1);
        assertThat(client.take()).isEmpty();
    }

    @Test
    void what_is_delivered_ends_with_the_acknowledgement_of_who_is_connected() throws Exception {
        client.subscribed("a", 1).connected();
        new Client("away").subscribed("a", 1);
        var ending = hub.deliver(message("a", "x", false), filter -> true).toCompletableFuture();
        assertThat(ending).isNotDone();
        client.outbox.settle(client.take().getFirst().packet(), Ending.ACKNOWLEDGED);
        assertThat(ending.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.ACKNOWLEDGED);
    }

    @Test
    void what_is_delivered_does_not_wait_for_who_is_away() throws Exception {
        client.subscribed("a", 1);
        var ending = hub.deliver(message("a", "x", false), filter -> true).toCompletableFuture();
        assertThat(ending.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.LOST);
        assertThat(client.connected().take()).isEmpty();
    }

    @Test
    void what_is_delivered_and_not_acknowledged_before_the_connection_ends_is_unclear_and_not_sent_again()
            throws Exception {
        client.subscribed("a", 1).connected();
        var ending = hub.deliver(message("a", "x", false), filter -> true).toCompletableFuture();
        assertThat(client.take()).hasSize(1);
        client.outbox.detach();
        assertThat(ending.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.UNCLEAR);
        assertThat(client.connected().take()).isEmpty();
    }

    @Test
    void who_only_listens_in_is_told_and_does_not_count() throws Exception {
        client.subscribed("a/b", 1).subscribed("#", 1).connected();
        Client other = new Client("other").subscribed("a/#", 1).connected();
        var ending = hub.deliver(message("a/b", "x", false), "a/b"::equals).toCompletableFuture();
        other.outbox.settle(other.take().getFirst().packet(), Ending.ACKNOWLEDGED);
        assertThat(ending).isNotDone();
        client.outbox.settle(client.take().getFirst().packet(), Ending.ACKNOWLEDGED);
        assertThat(ending.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.ACKNOWLEDGED);
    }

    @Test
    void it_is_told_who_begins_to_listen_and_who_listens_again() {
        List<String> told = new ArrayList<>();
        hub.whenListening(told::add);
        client.connected().subscribed("a", 1).subscribed("b/#", 0);
        assertThat(told).containsExactly("a", "b/#");
        hub.resume(client.outbox);
        assertThat(told.subList(2, 4)).containsExactlyInAnyOrder("a", "b/#");
    }

    private void publish(int messages) {
        IntStream.range(0, messages).forEach(number -> hub.publish(message("a", Integer.toString(number), false)));
    }

    private static Publication message(String topic, String text, boolean retain) {
        return Publication.ofHouse(topic, bytes(text), 1, retain);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(Parcel parcel) {
        return new String(parcel.letter().publication().payload(), UTF_8);
    }

    private static String filter(Random random) {
        List<String> levels = new ArrayList<>();
        do {
            levels.add(LEVELS[random.nextInt(LEVELS.length)]);
        } while (!levels.getLast().equals("#") && random.nextInt(4) > 0);
        return String.join("/", levels).isEmpty() ? "a" : String.join("/", levels);
    }

    private static String topic(Random random) {
        String topic = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(level -> LEVELS[random.nextInt(LEVELS.length - 2)])
                .collect(Collectors.joining("/"));
        return topic.isEmpty() ? "a" : topic;
    }

    /** By another way than the tree: a regular expression. */
    private static boolean matches(String filter, String topic) {
        if (topic.startsWith("$") && (filter.startsWith("+") || filter.startsWith("#"))) {
            return false;
        }
        String expression = Stream.of(filter.split("/", -1))
                .map(level -> level.equals("+") ? "[^/]*" : level.equals("#") ? "#" : Pattern.quote(level))
                .collect(Collectors.joining("/"));
        return topic.matches(expression.equals("#") ? ".*" : expression.replaceFirst("/#$", "(/.*)?"));
    }
}
