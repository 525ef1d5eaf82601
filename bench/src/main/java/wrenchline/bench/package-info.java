/**
 * Programs that play the world outside: a fleet that sends recorded data, and a loop that kills the product. They speak MQTT and
 * HTTP like anybody else, and import nothing of it.
 */
@NullMarked
package wrenchline.bench;

import org.jspecify.annotations.NullMarked;
