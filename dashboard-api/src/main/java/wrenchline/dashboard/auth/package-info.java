/**
 * Who may use the API: accounts and their passwords, keys of programs, the operator's token, one-time sign-in codes and browser
 * sessions. May import the JDK, {@code config} and {@code core.access}; Bouncy Castle, for Argon2, stays in here.
 */
@NullMarked
package wrenchline.dashboard.auth;

import org.jspecify.annotations.NullMarked;
