package wrenchline.core.desk;

import java.time.Instant;

/**
 * One change that others may want to follow.
 *
 * @param position grows with every change; the changes after a known position can be asked for
 * @param subject {@code ticket}, {@code promise}, {@code callback}, {@code notice}, {@code command} or {@code call}
 * @param id of the subject
 * @param event the event's name, for instance {@code Accepted}; {@code Opened} for the first
 */
public record Change(long position, Instant at, String subject, String id, String event) {}
