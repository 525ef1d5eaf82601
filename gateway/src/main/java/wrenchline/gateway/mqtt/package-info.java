/**
 * The two ways in by MQTT: our own endpoint, to which controllers connect, and an existing broker from which we read. May import
 * {@code gateway.ingest}, {@code gateway.sparkplug} and {@code config}; Vert.x, Netty and Paho stay in here.
 */
@NullMarked
package wrenchline.gateway.mqtt;

import org.jspecify.annotations.NullMarked;
