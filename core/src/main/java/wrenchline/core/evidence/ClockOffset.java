package wrenchline.core.evidence;

/**
 * How far another clock is ahead of the product's own (时钟偏差), measured as NTP does: asked at one moment, answered at another, and
 * taken to have looked in the middle.
 *
 * @param clock {@code database} or {@code telephone-system}
 * @param micros how far it is ahead, in microseconds; below zero when it is behind
 * @param uncertainty half of the time that asking took, in microseconds: the truth lies no further off than that
 */
public record ClockOffset(String clock, long micros, long uncertainty) {}
