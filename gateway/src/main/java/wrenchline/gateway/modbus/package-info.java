/**
 * Asks controllers that speak Modbus/TCP for their readings, and brings these to the pipeline. May import {@code core}, {@code
 * config}, {@code gateway.ingest} and {@code gateway.payload}; the Modbus library stays in here.
 */
@NullMarked
package wrenchline.gateway.modbus;

import org.jspecify.annotations.NullMarked;
