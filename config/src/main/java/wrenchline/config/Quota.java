package wrenchline.config;

import java.time.Duration;

/**
 * What one machine may send (配额). Zero means without bound.
 *
 * @param messages a second, on average
 * @param bytes of payload a second, on average
 * @param burst for how long of that it may have saved up, so that it can catch up after a break
 * @param metrics how many different ones since the start
 * @param payloadBytes of one message
 */
public record Quota(int messages, int bytes, Duration burst, int metrics, int payloadBytes) {}
