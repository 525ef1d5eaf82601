/**
 * What our endpoint is as a broker: who subscribes to what, what waits for whom, and what is retained; start reading at {@link
 * wrenchline.gateway.mqtt.hub.Hub}. Knows no sockets; of Netty only the properties of MQTT 5, which it hands on. May import {@code
 * gateway.intake}.
 */
@NullMarked
package wrenchline.gateway.mqtt.hub;

import org.jspecify.annotations.NullMarked;
