/** What the tests of the API and of the page have in common. */
@NullMarked
package wrenchline.dashboard;

import org.jspecify.annotations.NullMarked;
