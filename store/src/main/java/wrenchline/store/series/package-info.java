/**
 * The telemetry history in QuestDB or InfluxDB. May import {@code core}, {@code config}, QuestDB and the InfluxDB client.
 */
@NullMarked
package wrenchline.store.series;

import org.jspecify.annotations.NullMarked;
