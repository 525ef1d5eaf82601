package wrenchline.hotline.callback;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The telephone system as far as it is told what to do (交换机). */
public interface Exchange {

    /** Counts the connections to it, so that a new one can be told; 0 while there is none. */
    long connection();

    /** Rings somebody. */
    Placed ring(Ring ring) throws IOException;

    /** Ends a channel if it is there. */
    void hangUp(String channel) throws IOException;

    /** The ids of all channels, and of those with which they began. */
    Set<String> live() throws IOException;

    /**
     * @param channel the id that the new channel gets; one in use is refused
     * @param context where the dialplan goes on when it is answered
     * @param account kept with every row of the ledger
     */
    record Ring(
            String number,
            String channel,
            String context,
            Duration ringFor,
            String account,
            Map<String, String> variables) {
        public Ring {
            variables = Map.copyOf(variables);
        }
    }

    /** What became of the wish to ring. */
    sealed interface Placed {

        /** It is being dialled; tells later whether it was answered. Never tells when the connection breaks. */
        record Dialling(CompletableFuture<Boolean> answered) implements Placed {}

        /** There is no way to this number: no telephone has registered with it and there is no trunk. */
        record NoWay() implements Placed {}

        /** The telephone system will not, for instance because the channel exists already. */
        record Refused(String reason) implements Placed {}
    }
}
