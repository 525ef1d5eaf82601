package wrenchline.gateway.identity;

import java.util.List;
import wrenchline.core.device.TopicRights;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.gateway.payload.Sender;

/** Who is at the other end of a connection. */
public sealed interface Identity {

    TopicRights EVERYTHING = new TopicRights(List.of("#"));
    TopicRights NOTHING = new TopicRights(List.of());

    /** Nobody is known to be there yet. */
    record Stranger() implements Identity {}

    /** The account that all controllers of the site share (公用账户): it speaks for any machine. */
    record Site() implements Identity {}

    /**
     * A machine with an account of its own.
     *
     * @param digest of the credential with which it signed in
     */
    record Machine(EquipmentId equipment, String digest, TopicRights rights) implements Identity {}

    /** To which topics it may publish. */
    default TopicRights publishing() {
        return switch (this) {
            case Stranger _ -> NOTHING;
            case Site _ -> EVERYTHING;
            case Machine machine -> machine.rights();
        };
    }

    /** Which topics it may read. The shared account hears as little as possible: what is said to the machine it calls itself. */
    default TopicRights subscribing(String client) {
        return switch (this) {
            case Stranger _ -> NOTHING;
            case Site _ ->
                switch (sender(client)) {
                    case Sender.Machine(EquipmentId equipment, boolean unused) -> TopicRights.of(equipment, List.of());
                    case Sender.Anyone() -> NOTHING;
                };
            case Machine machine -> machine.rights();
        };
    }

    /** Whom its messages speak for where their topic names nobody. */
    default Sender sender(String client) {
        return switch (this) {
            case Stranger _ -> new Sender.Anyone();
            case Site _ -> Sender.named(client);
            case Machine machine -> new Sender.Machine(machine.equipment(), true);
        };
    }

    /** The name of its session: no machine can take over what another one left, whatever it calls itself. */
    default String session(String client) {
        return switch (this) {
            case Stranger _, Site _ -> client;
            case Machine machine -> machine.equipment() + "/" + client;
        };
    }
}
