package wrenchline.gateway.sparkplug;

import java.util.List;
import wrenchline.gateway.payload.Decoded;

/**
 * What a message of a node says.
 *
 * @param wish why the node must be asked for its births; empty when it need not
 */
record Heard(List<Decoded> parts, String wish) {
    Heard {
        parts = List.copyOf(parts);
    }
}
