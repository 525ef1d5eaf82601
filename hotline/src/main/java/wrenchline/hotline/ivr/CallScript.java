package wrenchline.hotline.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.equipment.PhoneNumber;

/**
 * The dialogue with a caller. Each step is entered in the call log before a word of it is said, each is tried three times at
 * most, and none is a dead end.
 */
public final class CallScript implements Script {

    private final Calls calls;
    private final CallEnd end;
    private final LiveConnection live;
    private final Predicate<String> knownEquipment;
    private final Duration longestMessage;
    private final InstantSource clock;

    /**
     * @param knownEquipment whether an equipment number is in the register
     */
    public CallScript(
            Calls calls,
            CallEnd end,
            LiveConnection live,
            Predicate<String> knownEquipment,
            Duration longestMessage,
            InstantSource clock) {
        this.calls = calls;
        this.end = end;
        this.live = live;
        this.knownEquipment = knownEquipment;
        this.longestMessage = longestMessage;
        this.clock = clock;
    }

    @Override
    public void run(Line line) throws HungUp {
        CallId id = new CallId(line.channel());
        end.dialogueBegan(id);
        Dialogue dialogue = new Dialogue(line, id, calls, clock);
        try {
            line.aliveFor(Dialogue.STEP);
            calls.began(id, PhoneNumber.normalise(line.caller()), line.dialled(), clock.instant());
            talk(dialogue);
        } finally {
            over(id, dialogue.language());
        }
    }

    private void talk(Dialogue dialogue) throws HungUp {
        Line line = dialogue.line();
        line.answer();
        dialogue.greet();
        String number = dialogue.number();
        if (number.isEmpty()) {
            dialogue.enter(Step.CONNECT_LIVE);
            live.connect(line);
            return;
        }
        calls.confirmedNumber(dialogue.id(), number);
        calls.equipmentCode(dialogue.id(), dialogue.equipment(knownEquipment));
        message(dialogue);
        promise(dialogue);
        dialogue.enter(Step.FAREWELL);
        line.play(List.of("goodbye"));
    }

    private void message(Dialogue dialogue) throws HungUp {
        dialogue.enter(Step.DESCRIBE_FAULT);
        Line line = dialogue.line();
        Path file = end.messageFile(dialogue.id());
        line.aliveFor(longestMessage.plus(Dialogue.STEP));
        line.play(List.of("describe-fault"));
        line.record(file, longestMessage);
        try {
            end.keepMessage(dialogue.id(), file);
        } catch (IOException trouble) {
            throw new UncheckedIOException("keeping the message of call " + dialogue.id(), trouble);
        }
    }

    private void promise(Dialogue dialogue) throws HungUp {
        Call call = calls.find(dialogue.id()).orElseThrow();
        CallDesk.Taken taken = end.ticket(call, dialogue.language());
        dialogue.enter(Step.PROMISE);
        dialogue.line().play(Sentences.promise(taken, dialogue.language(), clock.instant()));
    }

    private void over(CallId id, String language) {
        try {
            end.dialogueOver(id, language, clock.instant());
        } catch (IOException trouble) {
            throw new UncheckedIOException("ending call " + id, trouble);
        }
    }
}
