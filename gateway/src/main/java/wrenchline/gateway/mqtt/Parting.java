package wrenchline.gateway.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttDisconnectMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a connection ends, whoever ends it, and what an MQTT 5 client is told of the reason. Runs on its event loop, except where it says otherwise. */
final class Parting {

    private static final Logger LOG = LoggerFactory.getLogger(Parting.class);

    private final EndpointLoop loop;
    private final DeviceConnection connection;
    private final MqttEndpoint endpoint;
    private final Promise<Void> gone = Promise.promise();
    private boolean left;
    private Duration sessionExpiry;

    Parting(EndpointLoop loop, DeviceConnection connection, MqttEndpoint endpoint) {
        this.loop = loop;
        this.connection = connection;
        this.endpoint = endpoint;
        this.sessionExpiry = Handshake.sessionExpiry(endpoint);
        endpoint.closeHandler(nothing -> loop.leave(connection, false));
        endpoint.exceptionHandler(this::broken);
        endpoint.disconnectMessageHandler(this::farewell);
    }

    /** How long its session outlives it. */
    Duration sessionExpiry() {
        return sessionExpiry;
    }

    /** The connection ends; false when it had ended already. */
    boolean leave() {
        boolean first = !left;
        left = true;
        return first;
    }

    boolean hasLeft() {
        return left;
    }

    /** Nobody has to wait for it any more. */
    void tellGone() {
        gone.tryComplete();
    }

    /** Done when it has left its session and its will behind; from any thread. */
    Future<Void> gone() {
        return gone.future();
    }

    /** Its client has connected again; from any thread. */
    void evict() {
        loop.run(() -> {
            loop.leave(connection, false);
            disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        });
    }

    /** It may no longer be here; from any thread. */
    void sendAway() {
        loop.run(() -> {
            LOG.info("sending {} away: it may no longer be here", connection.source());
            disconnect(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        });
    }

    /** It does not take what it has subscribed to; from any thread. */
    void tooSlow() {
        loop.run(() -> {
            LOG.warn("{} is too slow for what it subscribes to: its session is ended", connection.source());
            disconnect(MqttDisconnectReasonCode.QUOTA_EXCEEDED);
        });
    }

    /** The endpoint closes; done when the connection has ended. From any thread. */
    Future<Void> close() {
        loop.run(() -> {
            disconnect(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN);
            loop.leave(connection, true);
        });
        return gone.future();
    }

    /** It was silent for longer than its keep-alive. */
    void silent() {
        LOG.info("{} was silent for longer than its keep-alive", connection.source());
        disconnect(MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT);
    }

    /** It named no topic but an alias, which we did not offer. */
    void aliasOfNothing() {
        disconnect(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID);
    }

    /** It says that it goes. */
    private void farewell(MqttDisconnectMessage message) {
        sessionExpiry = Handshake.sessionExpiry(endpoint, message.properties());
        loop.leave(connection, message.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE);
    }

    /** What came is not MQTT, or too long. The connection is closed by Vert.x after this. */
    private void broken(Throwable cause) {
        LOG.info("closing the connection of {}: {}", connection.source(), cause.toString());
        if (connection.session() == null) {
            // Not to be let in any more: Vert.x tells of the end only later.
            loop.leave(connection, false);
        }
        disconnect(Handshake.reason(cause));
    }

    private void disconnect(MqttDisconnectReasonCode reason) {
        try {
            if (endpoint.isConnected() && Handshake.isVersion5(endpoint)) {
                endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
            } else {
                endpoint.close();
            }
        } catch (RuntimeException e) {
            // Vert.x answers so when the client was faster.
            LOG.debug("ending the connection of {}: {}", connection.source(), e.toString());
        }
    }
}
