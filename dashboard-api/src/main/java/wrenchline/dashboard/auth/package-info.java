/**
 * Who may use the API: accounts, their passwords and second factors, keys of programs, the operator's token, one-time sign-in codes and browser
 * sessions. May import the JDK, {@code config} and {@code core.access}; Bouncy Castle, for Argon2, stays in here.
 */
@NullMarked
package wrenchline.dashboard.auth;

import org.jspecify.annotations.NullMarked;
