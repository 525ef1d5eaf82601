package wrenchline.core.survey;

import java.util.List;

/** The customers' ratings (满意度记录). */
public interface Ratings {

    /** Keeps {@code rating}; a callback that was rated already stays as it is. */
    void keep(Rating rating);

    /** The newest, at most {@code atMost}. */
    List<Rating> newest(int atMost);
}
