package wrenchline.core.notice;

/**
 * A short message that somebody sent us, or a segment of one (上行短信).
 *
 * @param from telephone number
 */
public record Incoming(String provider, String from, String text, Segment segment) {

    /** What no database keeps is left out: what cannot be kept would come again for ever. */
    public Incoming {
        text = text.replace("\0", "");
    }

    /** A message of one piece. */
    public Incoming(String provider, String from, String text) {
        this(provider, from, text, Segment.WHOLE);
    }

    public boolean isWhole() {
        return segment.of() == 1;
    }

    /**
     * Which part of a message that took several (分段).
     *
     * @param reference the same for all of one message, given anew by its sender after some hundred others
     * @param number counted from 1
     */
    public record Segment(int reference, int number, int of) {

        public static final Segment WHOLE = new Segment(0, 1, 1);

        /**
         * @throws IllegalArgumentException when there is no such segment
         */
        public Segment {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException("counting segments: " + number + " of " + of);
            }
        }
    }
}
