package wrenchline.core.duty;

/** Where the roster is kept. */
public interface Rosters {

    /** The roster in force. */
    Roster current();

    /** Replaces the roster. */
    void replace(Roster roster);
}
