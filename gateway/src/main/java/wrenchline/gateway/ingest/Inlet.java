package wrenchline.gateway.ingest;

/** Where sources bring their messages. */
@FunctionalInterface
public interface Inlet {

    /**
     * Takes {@code arrival} in any case, on the thread of its source. Must return soon.
     *
     * @return false when there is no room for more: the source must then stop reading until {@code whenRoom} has run
     */
    boolean receive(Arrival arrival, Runnable whenRoom);
}
