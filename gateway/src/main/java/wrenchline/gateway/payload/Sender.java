package wrenchline.gateway.payload;

import wrenchline.core.equipment.EquipmentId;

/** For whom a connection speaks, as far as the connection itself proves it. */
public sealed interface Sender {

    /**
     * One controller: what it publishes about itself without a name is about {@code equipment}.
     *
     * @param alone whether it may speak for no other machine, because it signed in as this one
     */
    record Machine(EquipmentId equipment, boolean alone) implements Sender {}

    /** Many, such as a broker passes on, or none of ours. */
    record Anyone() implements Sender {}

    /** The machine of this name; nobody in particular when no machine can have it. */
    static Sender named(String name) {
        return EquipmentId.isValid(name) ? new Machine(new EquipmentId(name), false) : new Anyone();
    }
}
