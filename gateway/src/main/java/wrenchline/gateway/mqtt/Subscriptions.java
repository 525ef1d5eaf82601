package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.device.TopicRights;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.Outbox;
import wrenchline.gateway.mqtt.hub.Subscription;

/** What one connection asks to be told. QoS 2 is granted as 1. Used on the event loop alone. */
final class Subscriptions {

    private final MqttEndpoint endpoint;
    private final Hub hub;
    private final Outbox outbox;
    private final TopicRights rights;
    private final DeviceTopics topics;

    private Subscriptions(MqttEndpoint endpoint, Hub hub, Outbox outbox, TopicRights rights, DeviceTopics topics) {
        this.endpoint = endpoint;
        this.hub = hub;
        this.outbox = outbox;
        this.rights = rights;
        this.topics = topics;
    }

    /** Answers what {@code endpoint} asks from now on. */
    static void serve(MqttEndpoint endpoint, Hub hub, Outbox outbox, TopicRights rights, DeviceTopics topics) {
        Subscriptions subscriptions = new Subscriptions(endpoint, hub, outbox, rights, topics);
        endpoint.subscribeHandler(subscriptions::subscribe);
        endpoint.unsubscribeHandler(subscriptions::unsubscribe);
    }

    private void subscribe(MqttSubscribeMessage message) {
        boolean numbered = message.properties().getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER) != null;
        List<MqttSubAckReasonCode> answers = new ArrayList<>();
        List<Subscription> toldRetained = new ArrayList<>();
        for (MqttTopicSubscription wanted : message.topicSubscriptions()) {
            answers.add(
                    numbered
                            ? MqttSubAckReasonCode.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED
                            : inWordsOfItsVersion(subscribe(wanted, toldRetained)));
        }
        endpoint.subscribeAcknowledge(message.messageId(), answers, MqttProperties.NO_PROPERTIES);
        toldRetained.forEach(hub::tellRetained);
    }

    private MqttSubAckReasonCode subscribe(MqttTopicSubscription wanted, List<Subscription> toldRetained) {
        String filter = wanted.topicName();
        if (filter.startsWith("$share/")) {
            return MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
        }
        if (!TopicRights.isFilter(filter)) {
            return MqttSubAckReasonCode.TOPIC_FILTER_INVALID;
        }
        if (!rights.maySubscribe(filter)) {
            return MqttSubAckReasonCode.NOT_AUTHORIZED;
        }
        MqttSubscriptionOption option = wanted.subscriptionOption();
        int qos = Math.min(option.qos().value(), 1);
        Subscription subscription =
                new Subscription(outbox, topics.inward(filter), qos, option.isNoLocal(), option.isRetainAsPublished());
        Hub.Subscribed subscribed = hub.subscribe(subscription);
        if (subscribed == Hub.Subscribed.TOO_MANY) {
            return MqttSubAckReasonCode.QUOTA_EXCEEDED;
        }
        if (wantsRetained(option.retainHandling(), subscribed)) {
            toldRetained.add(subscription);
        }
        return qos == 0 ? MqttSubAckReasonCode.GRANTED_QOS0 : MqttSubAckReasonCode.GRANTED_QOS1;
    }

    private static boolean wantsRetained(RetainedHandlingPolicy policy, Hub.Subscribed subscribed) {
        return switch (policy) {
            case SEND_AT_SUBSCRIBE -> true;
            case SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS -> subscribed == Hub.Subscribed.NEW;
            case DONT_SEND_AT_SUBSCRIBE -> false;
        };
    }

    /** 0x80 is the only refusal that MQTT 3.1.1 knows. */
    private MqttSubAckReasonCode inWordsOfItsVersion(MqttSubAckReasonCode code) {
        boolean refuses = code.value() < 0;
        return refuses && !Handshake.isVersion5(endpoint) ? MqttSubAckReasonCode.UNSPECIFIED_ERROR : code;
    }

    private void unsubscribe(MqttUnsubscribeMessage message) {
        endpoint.unsubscribeAcknowledge(
                message.messageId(),
                message.topics().stream()
                        .map(filter -> hub.unsubscribe(outbox, topics.inward(filter))
                                ? MqttUnsubAckReasonCode.SUCCESS
                                : MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED)
                        .toList(),
                MqttProperties.NO_PROPERTIES);
    }
}
