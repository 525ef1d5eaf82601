/**
 * The page: its files out of the jar, and the headers that fence every answer in. May import the JDK and Vert.x.
 */
@NullMarked
package wrenchline.dashboard.web;

import org.jspecify.annotations.NullMarked;
