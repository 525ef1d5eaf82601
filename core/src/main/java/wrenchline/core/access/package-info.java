/**
 * Who may use the product: roles, accounts, keys of programs, and the log of what they did. May import {@code equipment}.
 */
@NullMarked
package wrenchline.core.access;

import org.jspecify.annotations.NullMarked;
