package wrenchline.gateway.mqtt.hub;

/**
 * How the hub is.
 *
 * @param waitingBytes of letters that wait or are not acknowledged
 * @param dropped letters for which there was no room, since the start
 * @param overflowed sessions that ended because a letter of QoS 1 had no room, since the start
 * @param retained topics with a retained message
 * @param notRetained messages that could not be retained because there are too many, since the start
 */
public record HubSnapshot(
        int subscriptions, long waitingBytes, long dropped, long overflowed, int retained, long notRetained) {}
