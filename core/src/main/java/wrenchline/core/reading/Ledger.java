package wrenchline.core.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import wrenchline.core.equipment.EquipmentId;

/**
 * The books of what came in (守恒账): per machine and day, received = stored + quarantined + duplicate. Positions are those of the
 * intake log.
 */
public interface Ledger {

    /** Up to where {@code follower} has acted on the intake log; 0 at first. */
    long position(Follower follower);

    /** Notes that {@code follower} has acted on everything before {@code position}. */
    void pass(Follower follower, long position);

    /** Enters {@code page} and the storing follower's position, all or nothing. */
    void enter(Page page);

    /** How far those of {@code machines} are that were heard before. */
    List<Standing> standings(Collection<EquipmentId> machines);

    /** How far all machines are that were ever heard. */
    List<Standing> standings();

    /** The books as they stand at one moment. */
    Books books(LocalDate from, LocalDate to);

    /** Who acts on the intake log. */
    enum Follower {
        /** Writes the history and these books. */
        STORING,
        /** Tells the desk. */
        DETECTING
    }

    /**
     * What is entered at once.
     *
     * @param position up to which everything is in the history or in quarantine
     * @param counts to be added
     * @param standings that changed, as they are now
     * @param replayed messages that came out of quarantine by a replay, of which everything else tells what it gave: each is taken
     *     off the account in which it counted
     */
    record Page(
            long position, List<Count> counts, List<Standing> standings, List<Held> quarantined, List<UUID> replayed) {
        public Page {
            counts = List.copyOf(counts);
            standings = List.copyOf(standings);
            quarantined = List.copyOf(quarantined);
            replayed = List.copyOf(replayed);
        }

        /**
         * A message in quarantine that counts in the account of {@code machine}.
         *
         * @param replayOf of whose replay it came; {@link Quarantined#LIVE} when it came off the wire
         */
        public record Held(Quarantined message, String machine, LocalDate day, UUID replayOf) {}
    }

    /**
     * One machine's account of one day (UTC): of the event time for readings, of arrival for what has none.
     *
     * @param machine its id; empty for messages of which nobody can say whose they are
     * @param received readings and messages that could not be understood
     * @param stored readings in the history
     * @param quarantined of each
     * @param duplicate readings that were in the history already
     * @param late of those stored, how many came after a newer one of the machine
     */
    record Count(
            String machine, LocalDate day, long received, long stored, long quarantined, long duplicate, long late) {
        /** Whether nothing was lost or made up. */
        public boolean balances() {
            return received == stored + quarantined + duplicate;
        }
    }

    /**
     * @param position up to which they are
     * @param quarantined how many messages are in quarantine, by the account in which they count
     * @param purged how many readings the history held of days that retention took
     */
    record Books(Instant at, long position, List<Count> counts, List<Count> quarantined, List<DayCount> purged) {
        public Books {
            counts = List.copyOf(counts);
            quarantined = List.copyOf(quarantined);
            purged = List.copyOf(purged);
        }
    }
}
