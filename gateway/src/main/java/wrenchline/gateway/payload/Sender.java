package wrenchline.gateway.payload;

import wrenchline.core.equipment.EquipmentId;

/** For whom a connection speaks, as far as the connection itself proves it. */
public sealed interface Sender {

    /** One controller: what it publishes about itself without a name is about {@code equipment}. */
    record Machine(EquipmentId equipment) implements Sender {}

    /** Many, such as a broker passes on, or none of ours. */
    record Anyone() implements Sender {}

    /** The machine of this name; nobody in particular when no machine can have it. */
    static Sender named(String name) {
        return EquipmentId.isValid(name) ? new Machine(new EquipmentId(name)) : new Anyone();
    }
}
