/**
 * Devices made for ThingsBoard, which can be pointed here unchanged: its topics {@code v1/devices/me/...} and
 * {@code v1/gateway/...}. May import {@code gateway.ingest}, {@code gateway.payload} and {@code core}.
 */
@NullMarked
package wrenchline.gateway.thingsboard;

import org.jspecify.annotations.NullMarked;
