/**
 * A Paho client whose messages and acknowledgements pass it by: Paho makes the connection, subscribes and publishes, while our
 * streams between it and its socket read the messages, write the acknowledgements and keep the connection alive. Imports Paho and
 * the JDK alone.
 */
@NullMarked
package wrenchline.gateway.mqtt.paho;

import org.jspecify.annotations.NullMarked;
