package wrenchline.hotline.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.SmsProvider;

/** Keeps a transceiver bound: connects, waits until the connection ends, and connects again, later each time. */
final class SmppLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A batch of receipts must not keep the answers to submissions waiting. */
    private static final int RECEIVING_THREADS = 8;

    private static final int RECEIVING_QUEUE = 10_000;

    private final SmsProvider.Smpp settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable SMPPSession> session = new AtomicReference<>();
    private volatile String trouble = "not connected yet";
    private @Nullable Thread keeper;

    SmppLink(SmsProvider.Smpp settings) {
        this.settings = settings;
    }

    synchronized void start(MessageReceiverListener listener) {
        keeper = Thread.ofVirtual().name("smpp " + settings.name()).start(() -> keep(listener));
    }

    Optional<Connection> bound() {
        SMPPSession current = session.get();
        return current != null && current.getSessionState() == SessionState.BOUND_TRX
                ? Optional.of(new Connection(settings, current))
                : Optional.empty();
    }

    Optional<String> trouble() {
        return bound().isPresent() ? Optional.empty() : Optional.of(trouble);
    }

    private void keep(MessageReceiverListener listener) {
        Duration pause = FIRST_PAUSE;
        do {
            CountDownLatch ended = new CountDownLatch(1);
            WholePdus reader = new WholePdus();
            SMPPSession next = session(reader, listener, ended);
            try {
                next.connectAndBind(
                        settings.host(),
                        settings.port(),
                        binding(),
                        settings.answer().toMillis());
                reader.watch();
                session.set(next);
                LOG.info("{} is connected to {}:{}", settings.name(), settings.host(), settings.port());
                pause = FIRST_PAUSE;
                ended.await();
                trouble = "the connection ended";
                LOG.warn("{}: the connection ended", settings.name());
            } catch (IOException away) {
                if (!String.valueOf(away.getMessage()).equals(trouble)) {
                    LOG.warn("{} cannot be connected: {}", settings.name(), away.getMessage());
                }
                trouble = String.valueOf(away.getMessage());
                pause = longer(pause);
            } catch (InterruptedException stopping) {
                return;
            } finally {
                next.close();
            }
        } while (!isClosedWithin(pause));
    }

    private SMPPSession session(WholePdus reader, MessageReceiverListener listener, CountDownLatch ended) {
        SMPPSession next = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())), reader, new Sockets(settings));
        next.setEnquireLinkTimer((int) settings.enquire().toMillis());
        next.setTransactionTimer(settings.answer().toMillis());
        next.setPduProcessorDegree(RECEIVING_THREADS);
        next.setQueueCapacity(RECEIVING_QUEUE);
        next.setMessageReceiverListener(listener);
        next.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                ended.countDown();
            }
        });
        return next;
    }

    private BindParameter binding() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password().value(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            return true;
        }
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        SMPPSession current = session.get();
        if (current != null) {
            current.unbindAndClose();
        }
        if (keeper != null) {
            keeper.interrupt();
        }
    }
}
