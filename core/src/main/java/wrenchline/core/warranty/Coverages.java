package wrenchline.core.warranty;

import java.util.List;

/** The lines of coverage (部件质保表). None is ever dropped. */
public interface Coverages {

    /** Enters the lines that are new, and returns those. */
    List<Coverage> enter(List<Coverage> lines);

    List<Coverage> all();
}
