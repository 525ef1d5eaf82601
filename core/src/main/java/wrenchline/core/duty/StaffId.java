package wrenchline.core.duty;

/** Identifies a member of staff (工号). */
public record StaffId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
