/**
 * The ways by which commands reach devices. May import {@code core}, {@code gateway.ingest}, {@code gateway.payload}, {@code gateway.quota}, {@code
 * gateway.sparkplug}, {@code gateway.mqtt} and {@code gateway.mqtt.hub}.
 */
@NullMarked
package wrenchline.gateway.command;

import org.jspecify.annotations.NullMarked;
