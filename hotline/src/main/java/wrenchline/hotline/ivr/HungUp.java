package wrenchline.hotline.ivr;

/** The other party is gone. It can happen in every step, so it is the one outcome that is thrown and not returned. */
public final class HungUp extends Exception {
    private static final long serialVersionUID = 1L;

    public HungUp(String channel) {
        super("channel " + channel + " was hung up", null, false, false);
    }
}
