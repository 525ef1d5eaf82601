/** Tests of webhooks, over the real PostgreSQL and a real HTTP server that takes them. */
@NullMarked
package wrenchline.dashboard.webhook;

import org.jspecify.annotations.NullMarked;
