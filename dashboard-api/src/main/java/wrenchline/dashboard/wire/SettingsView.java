package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import wrenchline.config.SourceText;
import wrenchline.core.promise.Policy;

/** What is in force, and the files that say so. */
public record SettingsView(Policy policy, List<FileView> files) {

    /**
     * A file as it stands on disk.
     *
     * @param inForce false when it was changed after the product started, or is wrong
     */
    public record FileView(@JsonUnwrapped SourceText source, boolean inForce, List<SourceText.Mistake> mistakes) {}

    /** What came of trying a text. */
    public record Tried(List<SourceText.Mistake> mistakes) {}
}
