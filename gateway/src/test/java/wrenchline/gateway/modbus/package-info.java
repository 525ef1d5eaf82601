@NullMarked
package wrenchline.gateway.modbus;

import org.jspecify.annotations.NullMarked;
