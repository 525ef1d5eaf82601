package wrenchline.core.equipment;

/** Identifies a customer (客户编号). */
public record CustomerId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
