/**
 * An MQTT load generator and a subscriber that does nothing, over plain sockets: cheap enough that the machine's time goes to what
 * is measured. Imports the JDK alone.
 */
@NullMarked
package wrenchline.bench.load;

import org.jspecify.annotations.NullMarked;
