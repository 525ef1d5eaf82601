/** Holds docker-compose.yml and its files against what the product really reads. Imports {@code config} alone. */
@NullMarked
package wrenchline.config.deployment;

import org.jspecify.annotations.NullMarked;
