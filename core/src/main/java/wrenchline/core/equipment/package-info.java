/**
 * What was sold: equipment, its model and limits, its customer, its warranty dates. May import the JDK alone.
 */
@NullMarked
package wrenchline.core.equipment;

import org.jspecify.annotations.NullMarked;
