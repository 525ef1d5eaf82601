package wrenchline.hotline.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.MessageState;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.Pace;
import wrenchline.hotline.sms.Provider;

/** Sends by SMPP 3.4: one connection, so many requests at once and so many a second as the provider allows. */
public final class SmppMessenger implements Provider {

    /** Between two tries with a segment of which an earlier one was taken. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final SmsProvider.Smpp settings;
    private final SmppLink link;
    private final Parts parts;
    private final Pace pace;
    private final Semaphore window;

    public SmppMessenger(SmsProvider.Smpp settings) {
        this.settings = settings;
        this.link = new SmppLink(settings);
        this.parts = new Parts(settings.joining(), settings.latin());
        this.pace = new Pace(settings.perSecond());
        this.window = new Semaphore(settings.window());
    }

    @Override
    public void start(Inbox inbox) {
        link.start(new Deliveries(settings, inbox));
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean ready() {
        return link.bound().isPresent();
    }

    @Override
    public Optional<String> trouble() {
        return link.trouble();
    }

    /**
     * One segment after the other. Once one was taken, the next is not given up because the SMSC has too much to do: the message would be
     * sent again from its beginning. Where that must be, nobody can tell what its reader has.
     */
    @Override
    public Submission submit(Notice notice) {
        List<String> ids = new ArrayList<>();
        for (Part part : parts.of(notice.text(), reference(notice))) {
            Submission answer = ids.isEmpty() ? submit(notice, part) : submitPatiently(notice, part);
            switch (answer) {
                case Submission.Accepted(List<String> taken) -> ids.addAll(taken);
                case Submission.NotNow(String reason)
                when !ids.isEmpty() -> {
                    return torn(ids, reason);
                }
                case Submission.NotHere(String reason)
                when !ids.isEmpty() -> {
                    return torn(ids, reason);
                }
                case Submission other -> {
                    return other;
                }
            }
        }
        return new Submission.Accepted(ids);
    }

    private Submission submitPatiently(Notice notice, Part part) {
        Submission answer = submit(notice, part);
        for (Duration pause : PAUSES) {
            if (!(answer instanceof Submission.NotNow)) {
                return answer;
            }
            LockSupport.parkNanos(pause.toNanos());
            answer = submit(notice, part);
        }
        return answer;
    }

    private static Submission torn(List<String> ids, String reason) {
        return new Submission.Unclear("only " + ids.size() + " segments were taken, then: " + reason);
    }

    /** The same whenever a notice is sent: a centre or a telephone that compares can tell a repetition. */
    static short reference(Notice notice) {
        return (short) notice.id().value().hashCode();
    }

    private Submission submit(Notice notice, Part part) {
        if (!enter()) {
            return new Submission.NotNow("the window is full");
        }
        try {
            pace.await();
            return link.bound()
                    .map(connection -> submit(connection, notice, part))
                    .orElseGet(() -> new Submission.NotNow("not connected"));
        } finally {
            window.release();
        }
    }

    private Submission submit(Connection connection, Notice notice, Part part) {
        try {
            String id = connection.submit(notice, part);
            return new Submission.Accepted(List.of(MessageIds.canonical(id)));
        } catch (NegativeResponseException refused) {
            return Statuses.submission(refused.getCommandStatus());
        } catch (PDUException invalid) {
            return new Submission.NotHere("it cannot be written as SMPP: " + invalid.getMessage());
        } catch (ResponseTimeoutException | InvalidResponseException | IOException unclear) {
            return new Submission.Unclear("no answer: " + unclear.getClass().getSimpleName());
        }
    }

    private boolean enter() {
        try {
            return window.tryAcquire(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** By {@code query_sm}, which needs an id: a message that was never answered cannot be asked about. */
    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        Optional<Connection> connection = link.bound();
        if (ids.isEmpty() || connection.isEmpty()) {
            return new Lookup.Silent(ids.isEmpty() ? "it was given no id" : "not connected");
        }
        Outcome worst = Outcome.DELIVERED;
        for (String id : ids) {
            try {
                Outcome outcome = outcome(connection.get().query(id));
                worst = outcome.compareTo(worst) < 0 ? outcome : worst;
            } catch (NegativeResponseException | PDUException untold) {
                return new Lookup.Silent("it does not know the id any more");
            } catch (ResponseTimeoutException | InvalidResponseException | IOException away) {
                return new Lookup.Silent("no answer: " + away.getClass().getSimpleName());
            }
        }
        return new Lookup.Has(ids, worst);
    }

    private static Outcome outcome(MessageState state) {
        return Receipts.outcome(state.value());
    }

    @Override
    public void close() {
        link.close();
    }
}
