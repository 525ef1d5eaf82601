/**
 * Asterisk: its process, its configuration, FastAGI and the manager interface. Types of asterisk-java stay in here. May import the other packages of the hotline.
 */
@NullMarked
package wrenchline.hotline.asterisk;

import org.jspecify.annotations.NullMarked;
