package wrenchline.core.notice;

/**
 * A short message that somebody sent us (上行短信).
 *
 * @param from telephone number
 * @param segment counted from 1, of a message that took several; the first alone is read, because commands stand in front
 */
public record Incoming(String provider, String from, String text, int segment) {}
