/**
 * The composition root and the command line, and nothing else. May import every other module; picocli stays in here.
 */
@NullMarked
package wrenchline.app;

import org.jspecify.annotations.NullMarked;
