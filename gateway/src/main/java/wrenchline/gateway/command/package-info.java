/**
 * The ways by which commands reach devices. May import {@code core}, {@code gateway.ingest}, {@code gateway.payload} and {@code
 * gateway.mqtt.hub}.
 */
@NullMarked
package wrenchline.gateway.command;

import org.jspecify.annotations.NullMarked;
