package wrenchline.hotline.ivr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.CallDesk;

/**
 * Ends calls. Whoever confirmed a number gets a ticket and a callback, also when the call ended before the dialogue did: the
 * number is all that we need to keep the promise, and somebody who hung up in the middle of the description needs help too. So does a
 * customer who hung up before: the number is known. Anybody else who says nothing is only logged.
 */
public final class CallEnd {

    private static final int LOCKS = 512;

    private final Calls calls;
    private final Intake intake;
    private final Predicate<String> customers;
    private final Path recordings;
    private final Set<CallId> inDialogue = ConcurrentHashMap.newKeySet();
    /** One call is ended by one thread; that a ticket takes its time holds up no other call. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    /** @param customers whether a number is one of a customer */
    public CallEnd(Calls calls, Intake intake, Predicate<String> customers, Path recordings) {
        this.calls = calls;
        this.intake = intake;
        this.customers = customers;
        this.recordings = recordings;
    }

    /** The dialogue of {@code id} has begun here and will end the call itself. */
    void dialogueBegan(CallId id) {
        inDialogue.add(id);
    }

    /** The dialogue is over: the call ends with a ticket if a number is known, otherwise with {@code otherwise}. */
    void dialogueOver(CallId id, Call.Outcome otherwise, Instant at) throws IOException {
        synchronized (lock(id)) {
            inDialogue.remove(id);
            finish(id, messageFile(id), otherwise, at);
        }
    }

    /** The channel is gone; nothing is done when its dialogue is about to end the call, or has. */
    public void gone(CallId id, Call.Outcome outcome, Instant at) throws IOException {
        synchronized (lock(id)) {
            if (!inDialogue.contains(id)
                    && calls.find(id).filter(call -> call.ended() == null).isPresent()) {
                finish(id, messageFile(id), outcome, at);
            }
        }
    }

    /** Only the dialplan answered, or the product died in the middle: number and message are taken from there. */
    void adopt(CallId id, String number, Instant at) throws IOException {
        synchronized (lock(id)) {
            if (calls.find(id).filter(call -> call.confirmedNumber().isEmpty()).isPresent() && !number.isEmpty()) {
                calls.note(id, new CallNote.NumberConfirmed(number));
            }
            finish(id, recordings.resolve("fallback").resolve(id + ".wav"), Call.Outcome.FALLBACK, at);
        }
    }

    /**
     * Makes the ticket, which the dialogue is to note; needs a confirmed number. A call that ends without the note reports again, which
     * changes nothing.
     */
    CallDesk.Taken ticket(Call call) {
        synchronized (lock(call.id())) {
            return report(call, call.confirmedNumber());
        }
    }

    private CallDesk.Taken report(Call call, String number) {
        return intake.report(new CallDesk.Report(
                call.id(),
                number,
                call.language().isEmpty() ? "zh" : call.language(),
                call.equipmentCode(),
                call.concern(),
                call.began()));
    }

    static CallNote named(CallDesk.Taken taken) {
        return new CallNote.TicketNamed(taken.ticket().value());
    }

    /** Keeps what the caller said, if anything and if it is whole. */
    void keepMessage(CallId id, Path file) throws IOException {
        SoundFile.seal(recordings, file).ifPresent(recording -> calls.note(id, new CallNote.Recorded(recording)));
    }

    private Object lock(CallId id) {
        return locks.get(Math.floorMod(id.hashCode(), LOCKS));
    }

    Path messageFile(CallId id) {
        return recordings.resolve("calls").resolve(id + ".wav");
    }

    private void finish(CallId id, Path message, Call.Outcome otherwise, Instant at) throws IOException {
        Optional<Call> found = calls.find(id);
        if (found.isEmpty()) {
            return;
        }
        Call call = found.get();
        if (call.message().isEmpty()) {
            keepMessage(id, message);
        }
        boolean ticket = call.ticket() > 0;
        String number = ticket ? "" : callback(call, otherwise);
        if (!number.isEmpty()) {
            calls.note(id, named(report(call, number)));
            ticket = true;
        }
        boolean fallback = otherwise == Call.Outcome.FALLBACK;
        calls.ended(id, ticket && !fallback ? Call.Outcome.TICKET : otherwise, at);
    }

    /** Where the caller is to be called back; empty for nowhere. */
    private String callback(Call call, Call.Outcome otherwise) {
        boolean unserved = otherwise == Call.Outcome.HUNG_UP || otherwise == Call.Outcome.LOST;
        return call.confirmedNumber().isEmpty() && unserved && customers.test(call.caller())
                ? call.caller()
                : call.confirmedNumber();
    }
}
