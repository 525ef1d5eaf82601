package wrenchline.core.detection;

import java.util.List;
import wrenchline.core.reading.Reading;

/** Watches one machine. Strictly causal; owned by one thread. */
public interface Detector {

    /** What {@code reading} tells, in the light of those before it. */
    List<Finding> on(Reading reading);
}
