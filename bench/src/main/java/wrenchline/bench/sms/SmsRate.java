package wrenchline.bench.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import wrenchline.config.Secret;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Messenger;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.notice.Receipt;
import wrenchline.core.ticket.TicketId;
import wrenchline.hotline.sms.smpp.SmppMessenger;
import wrenchline.testkit.sms.Smsc;

/** Messages a second through the SMPP adapter, and through its library alone, against the same centre in the same run. */
public final class SmsRate {

    private static final int WINDOW = 32;
    private static final int WARM_UP = 2_000;
    private static final String TEXT = "Ticket 1001: two-post lift 2, oil too hot.";

    private SmsRate() {}

    /**
     * @param arguments how many messages each sends; 20,000 when left out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int messages = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        for (int round = 1; round <= 3; round++) {
            System.out.printf(
                    "round %d: adapter %,.0f messages/s, bare jsmpp %,.0f messages/s, window %d%n",
                    round, adapter(messages), bare(messages), WINDOW);
        }
    }

    private static double adapter(int messages) throws InterruptedException {
        try (Smsc centre = Smsc.start();
                SmppMessenger messenger = new SmppMessenger(settings(centre.port()))) {
            messenger.start(new Deaf());
            while (!messenger.ready()) {
                Thread.sleep(10);
            }
            Notice notice = new Notice(
                    new NoticeId(UUID.randomUUID()),
                    NoticeKind.DISPATCH,
                    new TicketId(1001),
                    "13800000001",
                    "",
                    TEXT,
                    Instant.now());
            return rate(messages, turn -> messenger.submit(notice) instanceof Messenger.Submission.Accepted);
        }
    }

    private static double bare(int messages) throws IOException, InterruptedException {
        SMPPSession session = new SMPPSession();
        try (Smsc centre = Smsc.start()) {
            session.setTransactionTimer(10_000);
            session.connectAndBind(
                    "127.0.0.1",
                    centre.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            "sample",
                            "sample",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
            byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
            return rate(messages, turn -> submit(session, text));
        } finally {
            session.close();
        }
    }

    private static boolean submit(SMPPSession session, byte[] text) {
        try {
            session.submitShortMessage(
                    "",
                    TypeOfNumber.NETWORK_SPECIFIC,
                    NumberingPlanIndicator.ISDN,
                    "10690000",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "8613800000001",
                    new ESMClass(),
                    (byte) 0,
                    (byte) 1,
                    null,
                    null,
                    new RegisteredDelivery(1),
                    (byte) 0,
                    new RawDataCoding((byte) 0),
                    (byte) 0,
                    text);
            return true;
        } catch (Exception lost) {
            return false;
        }
    }

    /** So many at once as the window has room for. */
    private static double rate(int messages, Predicate<Integer> send) throws InterruptedException {
        run(WARM_UP, send);
        long began = System.nanoTime();
        run(messages, send);
        return messages * 1e9 / (System.nanoTime() - began);
    }

    private static void run(int messages, Predicate<Integer> send) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < WINDOW; sender++) {
                senders.execute(() -> {
                    for (int turn = next.getAndIncrement(); turn < messages; turn = next.getAndIncrement()) {
                        if (!send.test(turn)) {
                            failed.incrementAndGet();
                        }
                    }
                });
            }
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("measuring: " + failed + " of " + messages + " messages were not taken");
        }
    }

    private static SmsProvider.Smpp settings(int port) {
        return new SmsProvider.Smpp(
                "smsc",
                "127.0.0.1",
                port,
                false,
                null,
                "sample",
                new Secret("sample"),
                "",
                "",
                "10690000",
                "86",
                WINDOW,
                100_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                SmsProvider.Smpp.Joining.UDH,
                SmsProvider.Smpp.Latin.GSM,
                SmsProvider.Smpp.ReceiptIds.SAME);
    }

    /** Nothing comes in. */
    private static final class Deaf implements Inbox {
        @Override
        public void receipt(Receipt receipt) {
            throw new IllegalStateException("taking a receipt: none was asked for");
        }

        @Override
        public void message(Incoming message) {
            throw new IllegalStateException("taking a message: nobody sends any");
        }
    }
}
