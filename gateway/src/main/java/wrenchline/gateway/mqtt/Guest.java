package wrenchline.gateway.mqtt;

import io.vertx.mqtt.messages.MqttPublishMessage;

/** What there is of a client once it is let in. Used on its event loop alone. */
record Guest(EndpointLoop loop, Session session, Incoming incoming, Outlet outlet, Pace pace, Flow flow) {

    /** Takes what it says; it is listened to no more while that is more than it may say. */
    void take(MqttPublishMessage message) {
        incoming.take(message);
        if (pace.took(message.topicName(), message.payload().length()) > 0 && flow.hold()) {
            releaseLater();
        }
        flow.slowDown();
    }

    /** It has sent more than it may: it is listened to again once that is made up for. */
    private void releaseLater() {
        loop.runLater(pace.left(), () -> {
            if (pace.left() > 0) {
                releaseLater();
            } else {
                flow.release();
            }
        });
    }
}
