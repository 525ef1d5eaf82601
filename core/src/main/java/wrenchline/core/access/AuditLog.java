package wrenchline.core.access;

import java.util.List;

/** Who did what (审计日志). Nothing is ever changed or removed in it. */
public interface AuditLog {

    /** Writes down what is about to be done; its number and status are not looked at. Returns its number. */
    long begin(Act act);

    /** Writes down how it was answered, once. */
    void end(long number, int status);

    /** Those with a number below {@code before}, newest first, at most {@code atMost}. */
    List<Act> page(Filter filter, long before, int atMost);

    /** Which are asked for; empty for all. */
    record Filter(String who, String operation, String object) {}
}
