package wrenchline.gateway.mqtt;

/**
 * What one endpoint bears.
 *
 * @param connections at a time; one more is refused
 * @param inFlight messages of one connection that are not yet on disk; with more, its socket is paused
 */
record EndpointLimits(int connections, int inFlight) {

    static EndpointLimits usual() {
        return new EndpointLimits(10_000, 256);
    }
}
