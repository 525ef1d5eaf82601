package wrenchline.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The telephone side.
 *
 * @param number the hotline's number
 * @param sipHost where Asterisk listens for SIP
 * @param trunk host and port of the SIP peer through which numbers that are not registered here are dialled; empty for none
 * @param asterisk who runs Asterisk
 * @param agiHost where FastAGI listens
 * @param amiHost where Asterisk's manager interface listens
 * @param recordings folder of recordings
 * @param prompts folder with one folder of sound files per language
 * @param longestMessage how long a caller may describe the fault
 * @param bounds what is not exceeded
 */
public record HotlineSettings(
        String number,
        String sipHost,
        int sipPort,
        String trunk,
        AsteriskSettings asterisk,
        String agiHost,
        int agiPort,
        String amiHost,
        int amiPort,
        String amiUser,
        Secret amiSecret,
        Path recordings,
        Path prompts,
        Duration longestMessage,
        Bounds bounds) {

    /**
     * @param calls callers at once; more are told that all lines are busy, and called back
     * @param dials how often one number is dialled in an hour
     * @param staffDials the same for members of staff
     */
    public record Bounds(int calls, int dials, int staffDials) {}

    /** Who runs Asterisk. */
    public sealed interface AsteriskSettings {

        /**
         * The product starts it.
         *
         * @param root folder with the unpacked packages; {@code bin/asterisk} in it starts the program
         * @param templates folder with the configuration files to fill in
         * @param run folder for configuration, spool and logs
         * @param phonePassword with which a telephone registers
         * @param rtpFirst first UDP port of speech
         */
        record Started(Path root, Path templates, Path run, Secret phonePassword, int rtpFirst, int rtpLast)
                implements AsteriskSettings {}

        /** Somebody else runs it; its spool folder is {@code run} here. */
        record Running(Path run) implements AsteriskSettings {}

        /** There is none, because of {@code reason}: the hotline is down. */
        record Missing(String reason) implements AsteriskSettings {}

        /** Where it writes down what it does; empty when there is none. */
        default Optional<Path> folder() {
            return switch (this) {
                case Started started -> Optional.of(started.run());
                case Running(Path run) -> Optional.of(run);
                case Missing _ -> Optional.empty();
            };
        }
    }
}
