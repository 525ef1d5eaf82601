/**
 * The register of complaints (ISO 10002). May import {@code transition}, {@code duty}, {@code escalation}, {@code equipment}, {@code call} and
 * {@code ticket}.
 */
@NullMarked
package wrenchline.core.complaint;

import org.jspecify.annotations.NullMarked;
