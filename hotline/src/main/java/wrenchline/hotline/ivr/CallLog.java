package wrenchline.hotline.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.hotline.ledger.Leg;
import wrenchline.hotline.ledger.LegListener;
import wrenchline.hotline.ledger.Row;

/** Enters and closes calls by the ledger: also those that were over before a dialogue began, or while the product was away. */
public final class CallLog implements LegListener {

    /** The dialplan's context for callers. */
    private static final String CALLERS = "hotline";

    private final Calls calls;
    private final CallEnd end;

    public CallLog(Calls calls, CallEnd end) {
        this.calls = calls;
        this.end = end;
    }

    @Override
    public void heard(Leg leg, Row row) {
        if (isCall(leg) && row.type().equals("CHAN_START")) {
            calls.began(id(leg), CallerId.number(row.caller()), row.dialled(), row.at());
        }
    }

    @Override
    public void ended(Leg leg, Instant at) {
        if (isCall(leg)) {
            close(leg, Call.Outcome.HUNG_UP, at);
        }
    }

    @Override
    public void lost(Leg leg, Instant at) {
        if (isCall(leg)) {
            close(leg, Call.Outcome.LOST, at);
        }
    }

    private void close(Leg leg, Call.Outcome outcome, Instant at) {
        try {
            if (leg.said("FALLBACK").isPresent()) {
                String keyed = leg.said("FALLBACK_NUMBER").orElse("");
                String number =
                        keyed.isEmpty() ? CallerId.number(leg.said("FALLBACK").orElse("")) : keyed;
                end.adopt(id(leg), PhoneNumber.normalise(number), at);
            } else {
                end.gone(id(leg), outcome, at);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("closing call " + leg.channel(), trouble);
        }
    }

    private static boolean isCall(Leg leg) {
        return leg.first().context().equals(CALLERS) && leg.leads();
    }

    private static CallId id(Leg leg) {
        return new CallId(leg.channel());
    }
}
