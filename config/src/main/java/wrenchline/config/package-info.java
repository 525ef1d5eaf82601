/**
 * What an operator writes down, and its typed loader: one record per consumer, unknown keys refused, all errors told at once with
 * file and line. May import {@code core}; the YAML library stays in here.
 */
@NullMarked
package wrenchline.config;

import org.jspecify.annotations.NullMarked;
