@NullMarked
package wrenchline.gateway.quota;

import org.jspecify.annotations.NullMarked;
