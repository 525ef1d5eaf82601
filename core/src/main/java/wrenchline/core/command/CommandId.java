package wrenchline.core.command;

import java.util.UUID;

/** Identifies a command; the device knows by it what it has carried out already (指令编号). */
public record CommandId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
