/** Trends (趋势) and when they reach a limit. May import the JDK alone. */
@NullMarked
package wrenchline.prediction.trend;

import org.jspecify.annotations.NullMarked;
