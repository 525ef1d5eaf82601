package wrenchline.testkit.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** One call at one telephone, as whoever holds the receiver sees it. */
public final class PhoneCall {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 4;

    private final Wire wire;
    private final Path heard;
    private final String id;
    private final String channel;

    PhoneCall(Wire wire, Path heard, String id, String channel) {
        this.wire = wire;
        this.heard = heard;
        this.id = id;
        this.channel = channel;
    }

    /** Picks up. */
    public PhoneCall answer() {
        go("answer");
        wire.await(channel + " to be up", event -> isEnd(event) || isStep(event, "wait", "Wait"), PATIENCE);
        return this;
    }

    /** Busy tone to the caller. */
    public void busy() {
        go("busy");
    }

    /** Refuses by hand. */
    public void reject() {
        go("reject");
    }

    /** Presses keys, one after the other, as events in the speech channel (RFC 4733); falls silent meanwhile and afterwards. */
    public void press(String keys) {
        set("KEYS", keys);
        go("press");
    }

    /** Speaks with a tone of {@code hertz} from now on. */
    public void speak(int hertz) {
        set("TONE", Integer.toString(hertz));
        go("speak");
    }

    /** Falls silent. */
    public void beSilent() {
        go("wait");
    }

    public void hangUp() {
        wire.send(Map.of("Action", "Hangup", "Channel", channel, "Cause", "16"));
    }

    boolean hasEnded() {
        return wire.count(this::isEnd) > 0;
    }

    /** Waits until the other side has hung up, or we have. */
    public void awaitEnd(Duration patience) {
        wire.await("the end of " + channel, this::isEnd, patience);
    }

    /** How much of what was heard is a tone of {@code hertz}: 0 none, 1 all of it. Ask when the call has ended. */
    public double heard(int hertz) {
        try {
            return Tone.share(heard.resolve(id + "-in.wav"), hertz);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what " + channel + " heard", e);
        }
    }

    private void set(String name, String value) {
        wire.send(Map.of("Action", "Setvar", "Channel", channel, "Variable", name, "Value", value));
    }

    /** Goes there. A redirect that comes between two steps of the dialplan is lost at times; then it is sent again. */
    private void go(String where) {
        Predicate<Event> arrival = event -> isEnd(event) || isStep(event, where, "NoOp");
        int before = wire.count(arrival);
        for (int tries = 0; tries < TRIES; tries++) {
            wire.send(
                    Map.of("Action", "Redirect", "Channel", channel, "Context", "do", "Exten", where, "Priority", "1"));
            if (wire.find(arrival, before + 1, PATIENCE).isPresent()) {
                return;
            }
        }
        throw new AssertionError(channel + " does not go to " + where);
    }

    private boolean isStep(Event event, String where, String application) {
        return event.is("Newexten")
                && event.get("Uniqueid").equals(id)
                && event.get("Extension").equals(where)
                && event.get("Application").equals(application);
    }

    private boolean isEnd(Event event) {
        return event.is("Hangup") && event.get("Uniqueid").equals(id);
    }
}
