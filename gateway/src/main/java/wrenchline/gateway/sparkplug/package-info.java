/**
 * Sparkplug B 3.0 as a Host Application: what edge nodes and their devices say, and what we say to them. Start reading at
 * {@link wrenchline.gateway.sparkplug.SparkplugHost}. May import {@code gateway.ingest}, {@code gateway.payload}, {@code config}
 * and {@code core}; the protobuf library stays in here.
 */
@NullMarked
package wrenchline.gateway.sparkplug;

import org.jspecify.annotations.NullMarked;
