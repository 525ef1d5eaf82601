package wrenchline.core.complaint;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wrenchline.core.duty.StaffId;

/**
 * What a complaint has become (投诉进展).
 *
 * @param objections how often its customer was not content
 * @param owner whoever looks after it alone (专人); null when nobody does
 */
public record Course(int objections, @Nullable StaffId owner, List<Flag> flags) {

    static final Course NEW = new Course(0, null, List.of());

    public Course {
        flags = List.copyOf(flags);
    }

    /** How it is dealt with (处理方式). */
    public enum Kind {
        ORDINARY,
        /** Objected to again and again (个案). */
        INDIVIDUAL,
        /** A crisis, the media, a court (专案): before all others. */
        SPECIAL
    }

    public Kind kind(ComplaintRules rules) {
        if (flags.stream().anyMatch(Flag::special)) {
            return Kind.SPECIAL;
        }
        return objections >= rules.objections() ? Kind.INDIVIDUAL : Kind.ORDINARY;
    }

    Course flagged(Flag flag) {
        return new Course(
                objections,
                owner,
                Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }

    Course objected() {
        return new Course(objections + 1, owner, flags);
    }

    Course ownedBy(StaffId staff) {
        return new Course(objections, staff, flags);
    }
}
