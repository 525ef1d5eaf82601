package wrenchline.config;

import java.util.List;

/** What an operator wrote cannot be used. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, each with file and line. */
    public List<String> problems() {
        return problems;
    }
}
