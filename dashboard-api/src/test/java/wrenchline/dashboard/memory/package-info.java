/** The ports of the core in memory, so that the API and the page can be worked on and tested without any store. */
@NullMarked
package wrenchline.dashboard.memory;

import org.jspecify.annotations.NullMarked;
