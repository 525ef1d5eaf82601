package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;

/** Refuses them: nothing is published from here. Live values are read from the HTTP API. */
final class Subscriptions {

    private Subscriptions() {}

    static void refuse(MqttEndpoint endpoint) {
        endpoint.subscribeHandler(message -> refuse(endpoint, message));
        endpoint.unsubscribeHandler(message -> refuse(endpoint, message));
    }

    private static void refuse(MqttEndpoint endpoint, MqttSubscribeMessage message) {
        // 0x80 is the only refusal that MQTT 3.1.1 knows.
        MqttSubAckReasonCode refused = Handshake.isVersion5(endpoint)
                ? MqttSubAckReasonCode.NOT_AUTHORIZED
                : MqttSubAckReasonCode.UNSPECIFIED_ERROR;
        endpoint.subscribeAcknowledge(
                message.messageId(),
                message.topicSubscriptions().stream().map(one -> refused).toList(),
                MqttProperties.NO_PROPERTIES);
    }

    private static void refuse(MqttEndpoint endpoint, MqttUnsubscribeMessage message) {
        endpoint.unsubscribeAcknowledge(
                message.messageId(),
                message.topics().stream()
                        .map(one -> MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED)
                        .toList(),
                MqttProperties.NO_PROPERTIES);
    }
}
