package wrenchline.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.equipment.EquipmentId;

class TopicRightsTest {

    private final TopicRights rights = TopicRights.of(new EquipmentId("lift-07"), List.of("plant/+/lamp"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equipment/lift-07/telemetry",
                "equipment/lift-07",
                "equipment/lift-07/a/b",
                "v1/devices/me/telemetry",
                "spBv1.0/plant/NBIRTH/lift-07",
                "spBv1.0/plant/DDATA/lift-07/pump",
                "plant/7/lamp"
            })
    void its_own_topics_are_open(String topic) {
        assertThat(rights.mayPublish(topic)).isTrue();
        assertThat(rights.maySubscribe(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equipment/lift-08/telemetry",
                "equipment/lift-07x/telemetry",
                "equipment",
                "Equipment/lift-07/telemetry",
                "/equipment/lift-07/telemetry",
                "v1/devices/lift-08/telemetry",
                "v1/gateway/telemetry",
                "spBv1.0/plant/NBIRTH/lift-08",
                "spBv1.0/plant/lift-07",
                "plant/7/8/lamp",
                "plant/7/lamp/on",
                "$SYS/broker",
                ""
            })
    void all_others_are_closed(String topic) {
        assertThat(rights.mayPublish(topic)).isFalse();
        assertThat(rights.maySubscribe(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equipment/lift-07/#",
                "equipment/lift-07/+",
                "equipment/lift-07/+/result",
                "$share/group/equipment/lift-07/command",
                "spBv1.0/plant/+/lift-07/#",
                "spBv1.0/plant/NCMD/lift-07",
                "v1/devices/me/rpc/request/+",
                "plant/+/lamp",
                "spBv1.0/STATE/host",
                "STATE/host"
            })
    void a_filter_within_its_topics_may_be_subscribed(String filter) {
        assertThat(rights.maySubscribe(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/#",
                "equipment/#",
                "equipment/+/telemetry",
                "equipment/+/#",
                "+/lift-07/telemetry",
                "$share/group/equipment/#",
                "spBv1.0/#",
                "spBv1.0/plant/NCMD/+",
                "v1/#",
                "plant/#",
                "+/+/lamp"
            })
    void a_filter_that_reaches_beyond_may_not(String filter) {
        assertThat(rights.maySubscribe(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spBv1.0/STATE/host", "STATE/host"})
    void a_node_may_not_speak_for_the_host(String topic) {
        assertThat(rights.mayPublish(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/#", "#", "+", "a/+/b", "plant", "/"})
    void a_filter_is_recognised(String filter) {
        assertThat(TopicRights.isFilter(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a#", "+a", "a/b+", "\0"})
    void what_is_no_filter_is_not(String filter) {
        assertThat(TopicRights.isFilter(filter)).isFalse();
    }
}
