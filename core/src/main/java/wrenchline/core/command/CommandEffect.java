package wrenchline.core.command;

/** What a command's change asks for. */
public sealed interface CommandEffect {

    /** Hand it to the device, for the time of this number. */
    record Deliver(int tries) implements CommandEffect {}
}
