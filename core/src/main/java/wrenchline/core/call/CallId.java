package wrenchline.core.call;

/** Identifies a call: the channel's unique id in the telephone system. */
public record CallId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
