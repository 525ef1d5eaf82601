/**
 * Manuals, certificates and photos that belong to a machine. May import {@code equipment} and {@code ticket}, whose files they share.
 */
@NullMarked
package wrenchline.core.document;

import org.jspecify.annotations.NullMarked;
