/** Tests of the hub, without sockets. */
@NullMarked
package wrenchline.gateway.mqtt.hub;

import org.jspecify.annotations.NullMarked;
