package wrenchline.gateway.mqtt.hub;

/**
 * What one hub bears.
 *
 * @param letters that may wait for one session
 * @param letterBytes of memory that they may take, roughly
 * @param allLetterBytes the same for all sessions together
 * @param retained topics with a retained message
 * @param retainedBytes of memory that they may take, roughly
 */
public record HubLimits(int letters, long letterBytes, long allLetterBytes, int retained, long retainedBytes) {

    public static HubLimits usual() {
        return new HubLimits(10_000, 8L << 20, 64L << 20, 50_000, 32L << 20);
    }
}
