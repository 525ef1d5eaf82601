/**
 * Brings messages out of quarantine into the pipeline once more. May import {@code core} and {@code gateway.ingest}.
 */
@NullMarked
package wrenchline.gateway.replay;

import org.jspecify.annotations.NullMarked;
