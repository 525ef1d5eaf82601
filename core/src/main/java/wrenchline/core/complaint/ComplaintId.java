package wrenchline.core.complaint;

/** A complaint's number (投诉编号): unique, counted up from 5001 and spoken on the telephone. */
public record ComplaintId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
