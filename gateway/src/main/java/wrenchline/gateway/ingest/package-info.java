/**
 * The one pipeline from an arrived message to a finding; start reading at {@link wrenchline.gateway.ingest.Ingest}. May import
 * {@code core} and {@code gateway.payload}; knows no protocol.
 */
@NullMarked
package wrenchline.gateway.ingest;

import org.jspecify.annotations.NullMarked;
