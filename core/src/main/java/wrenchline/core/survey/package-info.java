/**
 * What customers think of the service. May import {@code duty}, {@code ticket} and {@code callback}.
 */
@NullMarked
package wrenchline.core.survey;

import org.jspecify.annotations.NullMarked;
