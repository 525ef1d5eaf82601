package wrenchline.gateway.mqtt;

import wrenchline.gateway.mqtt.hub.HubLimits;

/**
 * What one endpoint bears.
 *
 * @param connections at a time; one more is refused
 * @param inFlight messages of one connection that are not yet on disk; with more, its socket is paused. Enough for one busy
 *     connection to fill a write to disk
 * @param bytesInFlight of their payloads; the same
 * @param hub what waits for subscribers
 */
record EndpointLimits(int connections, int inFlight, long bytesInFlight, HubLimits hub) {

    EndpointLimits(int connections, int inFlight) {
        this(connections, inFlight, 1 << 20, HubLimits.usual());
    }

    static EndpointLimits usual() {
        return new EndpointLimits(20_000, 2_000, 2L << 20, HubLimits.usual());
    }
}
