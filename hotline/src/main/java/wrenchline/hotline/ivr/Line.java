package wrenchline.hotline.ivr;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One telephone line with somebody on it. */
public interface Line {

    /** The channel's unique id. */
    String channel();

    /** The number that the network gave; empty or a word when hidden. */
    String caller();

    /** The number that was called. */
    String dialled();

    /** What the dialplan passed along; empty when it did not. */
    String parameter(String name);

    void answer() throws HungUp;

    /** From here on prompts are in {@code language}. */
    void language(String language) throws HungUp;

    /**
     * Without another call of this or another answer within {@code time} the dialplan takes the caller over (dead man's switch), which each
     * answer winds up again.
     */
    void aliveFor(Duration time) throws HungUp;

    /** Plays {@code prompts} to the end. */
    void play(List<String> prompts) throws HungUp;

    /**
     * Plays {@code prompts} until the first key and takes keys.
     *
     * @param most after so many keys it is enough
     * @param patience how long to wait for each key
     * @return the keys without the closing {@code #}; {@code #} when that alone was pressed; empty when nothing was
     */
    String ask(List<String> prompts, int most, Duration patience) throws HungUp;

    /** Sounds the tone and records until {@code #}, five seconds of silence, {@code longest}, or the caller hangs up. */
    void record(Path file, Duration longest) throws HungUp;

    /**
     * Rings a customer from a staff line and bridges, recording into {@code file}; returns when the customer left or was not
     * reached. When the staff line leaves first, the dialplan asks the customer to confirm, and then to rate the service if there is
     * a {@code survey}.
     */
    DialStatus connect(String number, Duration ringFor, String language, Path file, boolean survey) throws HungUp;

    /** A member of staff who may be rung, and the language in which they are asked. */
    record Extension(String number, String language) {}

    /**
     * Rings members of staff from a caller's line, all at once, and bridges with the first who presses the key for it, recording into
     * {@code file}.
     */
    DialStatus connectLive(List<Extension> staff, Duration ringFor, Path file) throws HungUp;

    /** What became of dialling, as the telephone system says it. */
    enum DialStatus {
        ANSWER,
        BUSY,
        NOANSWER,
        CANCEL,
        CONGESTION,
        CHANUNAVAIL
    }
}
