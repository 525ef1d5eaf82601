/**
 * Who may use the API: the operator's token, one-time sign-in codes and browser sessions. May import the JDK and {@code config}.
 */
@NullMarked
package wrenchline.dashboard.auth;

import org.jspecify.annotations.NullMarked;
