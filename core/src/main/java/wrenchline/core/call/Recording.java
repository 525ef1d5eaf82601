package wrenchline.core.call;

import java.time.Duration;

/**
 * A sound file (录音).
 *
 * @param file path below the data folder
 * @param sha256 of the complete file, lower-case hexadecimal
 */
public record Recording(String file, String sha256, Duration length) {}
