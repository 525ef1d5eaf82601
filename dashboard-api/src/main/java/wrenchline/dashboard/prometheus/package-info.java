/**
 * The history in the form of the Prometheus HTTP API, which stock Grafana reads: plain selectors, no functions. May import {@code core}.
 */
@NullMarked
package wrenchline.dashboard.prometheus;

import org.jspecify.annotations.NullMarked;
