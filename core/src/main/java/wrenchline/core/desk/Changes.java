package wrenchline.core.desk;

import java.util.List;

/** The stream of changes, in an order in which none is ever seen too late. */
public interface Changes {

    /** The changes after {@code position}, oldest first. A position once passed never gets another change before it. */
    List<Change> after(long position, int atMost);

    /** The position of the newest change. */
    long newest();
}
