package wrenchline.config;

import java.util.Map;

/**
 * A file that an operator wrote (配置文件), as it stands on disk.
 *
 * @param name as people call it, for instance {@code models/two-post-lift.yaml}
 * @param lines in which line each of its values stands, counted from 1, by a path such as {@code clauses[0].within}
 */
public record SourceText(String name, Kind kind, String text, Map<String, Integer> lines) {

    /** What a file is about. */
    public enum Kind {
        POLICY,
        MODEL
    }

    /**
     * Something that is wrong in it.
     *
     * @param line counted from 1; 0 when it is the whole file
     */
    public record Mistake(int line, String what) {}

    public SourceText {
        lines = Map.copyOf(lines);
    }
}
