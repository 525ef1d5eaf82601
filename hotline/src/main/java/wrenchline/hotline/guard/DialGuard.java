package wrenchline.hotline.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.PhoneNumber;

/**
 * Guards against toll fraud (防盗打): only staff, registered customers and those who called are dialled, and what somebody keyed in
 * only when it is a plain number of this country; nobody more often than so many times an hour.
 */
public final class DialGuard {

    private static final Logger LOG = LoggerFactory.getLogger(DialGuard.class);
    private static final Duration WINDOW = Duration.ofHours(1);
    /** Whoever called within this time may be called back. */
    private static final Duration CALLED = Duration.ofDays(2);

    private static final Pattern NUMBER = Pattern.compile("\\d{2,20}");
    private static final Pattern ABROAD = Pattern.compile("00\\d*");
    /** Mobile telephones, and landlines with their area code: what a caller may key in. */
    private static final Pattern DOMESTIC = Pattern.compile("1[3-9]\\d{9}|0[1-9]\\d{8,10}");

    /**
     * @param customers how often a number is dialled in an hour
     * @param staff the same for members of staff
     */
    public record Limits(int customers, int staff) {}

    private final Transactions transactions;
    private final Calls calls;
    private final Limits limits;
    private final InstantSource clock;

    public DialGuard(Transactions transactions, Calls calls, Limits limits, InstantSource clock) {
        this.transactions = transactions;
        this.calls = calls;
        this.limits = limits;
        this.clock = clock;
    }

    /** What is said of a number that is about to be dialled. */
    public enum Verdict {
        PERMITTED,
        /** No number, or one that is nobody's here. */
        FOREIGN,
        /** Dialled too often in the last hour. */
        TOO_OFTEN
    }

    /** Judges {@code number} and notes it as dialled when it is permitted. */
    public Verdict judge(String number) {
        Instant now = clock.instant();
        boolean called = calls.calledFrom(number, now.minus(CALLED));
        Verdict verdict = transactions.call(books -> judge(books, number, called, now));
        if (verdict != Verdict.PERMITTED) {
            LOG.warn("number {} is not dialled: {}", number, verdict);
        }
        return verdict;
    }

    private Verdict judge(Books books, String number, boolean called, Instant now) {
        if (!NUMBER.matcher(number).matches()) {
            return Verdict.FOREIGN;
        }
        boolean staff = books.rosters().current().staff().stream()
                .anyMatch(member -> PhoneNumber.normalise(member.phone()).equals(number));
        boolean known = staff || books.register().byPhone(number).isPresent();
        boolean domestic = DOMESTIC.matcher(number).matches();
        if (!known && (ABROAD.matcher(number).matches() || !(called || domestic))) {
            return Verdict.FOREIGN;
        }
        int most = staff ? limits.staff() : limits.customers();
        if (books.dials().count(number, now.minus(WINDOW)) >= most) {
            return Verdict.TOO_OFTEN;
        }
        books.dials().note(number, now);
        return Verdict.PERMITTED;
    }
}
