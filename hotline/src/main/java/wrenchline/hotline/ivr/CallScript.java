package wrenchline.hotline.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;
import wrenchline.core.call.Concern;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.equipment.Equipment;

/**
 * The dialogue with a caller. Each step is entered in the call log before a word of it is said, each is tried three times at
 * most, and none is a dead end: whoever presses nothing leaves a message, whoever has no number is connected.
 */
public final class CallScript implements Script {

    /** How often the menu comes back after a ticket's progress was told. */
    private static final int ROUNDS = 3;

    private final Calls calls;
    private final CallEnd end;
    private final LiveConnection live;
    private final Directory directory;
    private final Sentences sentences;
    private final Duration longestMessage;
    private final InstantSource clock;

    public CallScript(
            Calls calls,
            CallEnd end,
            LiveConnection live,
            Directory directory,
            SpokenNames names,
            Duration longestMessage,
            InstantSource clock) {
        this.calls = calls;
        this.end = end;
        this.live = live;
        this.directory = directory;
        this.sentences = new Sentences(names);
        this.longestMessage = longestMessage;
        this.clock = clock;
    }

    @Override
    public void run(Line line) throws HungUp {
        CallId id = new CallId(line.channel());
        end.dialogueBegan(id);
        String caller = CallerId.number(line.caller());
        Dialogue dialogue = new Dialogue(line, id, calls);
        try {
            line.aliveFor(Dialogue.STEP);
            calls.began(id, caller, line.dialled(), clock.instant());
            talk(dialogue, directory.known(caller));
        } finally {
            over(dialogue);
        }
    }

    private void talk(Dialogue dialogue, Directory.Known known) throws HungUp {
        dialogue.line().answer();
        if (dialogue.greet(sentences, known).equals(Menu.EMERGENCY)) {
            emergency(dialogue);
            return;
        }
        Concern concern = Concern.PROGRESS;
        for (int round = 0; round < ROUNDS && concern == Concern.PROGRESS; round++) {
            concern = new Menu(dialogue).concern();
            dialogue.note(new CallNote.ConcernNamed(concern));
            follow(dialogue, known, concern);
        }
        farewell(dialogue);
    }

    private void follow(Dialogue dialogue, Directory.Known known, Concern concern) throws HungUp {
        switch (concern) {
            case NONE -> mute(dialogue);
            case PROGRESS -> progress(dialogue);
            case EMERGENCY -> emergency(dialogue);
            case PERSON -> person(dialogue);
            case FAULT -> request(dialogue, known.equipment(), concern);
            case PARTS, TRAINING, QUALITY_COMPLAINT, PACKAGING_COMPLAINT, CONDUCT_COMPLAINT, DEALER_COMPLAINT ->
                request(dialogue, List.of(), concern);
        }
    }

    private void request(Dialogue dialogue, List<Equipment> own, Concern concern) throws HungUp {
        String number = new NumberQuestion(dialogue).number();
        if (number.isEmpty()) {
            person(dialogue);
            return;
        }
        dialogue.note(new CallNote.NumberConfirmed(number));
        if (concern == Concern.FAULT) {
            String code = new EquipmentQuestion(dialogue, directory, sentences).code(own);
            dialogue.note(new CallNote.EquipmentNamed(code));
        }
        leaveMessage(dialogue, concern);
    }

    /** Presses nothing, perhaps because the telephone has no keys: is called back at the number that the network gave. */
    private void mute(Dialogue dialogue) throws HungUp {
        String caller = dialogue.caller();
        if (caller.isEmpty()) {
            person(dialogue);
            return;
        }
        dialogue.note(new CallNote.NumberConfirmed(caller));
        leaveMessage(dialogue, Concern.NONE);
    }

    private void leaveMessage(Dialogue dialogue, Concern concern) throws HungUp {
        message(dialogue, Sentences.describe(concern));
        CallDesk.Taken taken = ticket(dialogue);
        dialogue.enter(Step.PROMISE);
        dialogue.say(Sentences.promise(taken, dialogue.language(), clock.instant()));
    }

    /**
     * Rings everybody at once. No word is asked for that is not needed: the line is to be free when they call. Who cannot be called
     * because the number is hidden is connected to the first who takes it.
     */
    private void emergency(Dialogue dialogue) throws HungUp {
        dialogue.note(new CallNote.ConcernNamed(Concern.EMERGENCY));
        String number = dialogue.caller();
        if (number.isEmpty()) {
            dialogue.enter(Step.CONNECT_LIVE);
            if (live.everybody(dialogue)) {
                return;
            }
            number = new NumberQuestion(dialogue).entered();
        }
        if (number.isEmpty()) {
            person(dialogue);
            return;
        }
        dialogue.note(new CallNote.NumberConfirmed(number));
        CallDesk.Taken taken = ticket(dialogue);
        dialogue.enter(Step.EMERGENCY);
        dialogue.line().play(Sentences.emergency(taken));
    }

    private void progress(Dialogue dialogue) throws HungUp {
        String caller = dialogue.caller();
        String number = caller.isEmpty() ? new NumberQuestion(dialogue).entered() : caller;
        dialogue.enter(Step.PROGRESS);
        List<Directory.Progress> found = number.isEmpty() ? List.of() : directory.progress(number);
        List<String> told = new ArrayList<>(found.isEmpty() ? List.of("no-ticket") : List.of());
        found.forEach(ticket -> told.addAll(sentences.progress(ticket, dialogue.language(), clock.instant())));
        dialogue.served();
        dialogue.say(told);
    }

    /** Who can be connected to nobody leaves a message and is called back. */
    private void person(Dialogue dialogue) throws HungUp {
        dialogue.enter(Step.CONNECT_LIVE);
        if (live.connect(dialogue)) {
            return;
        }
        dialogue.line().play(List.of("nobody-live"));
        String caller = dialogue.caller();
        String number = caller.isEmpty() ? new NumberQuestion(dialogue).entered() : caller;
        if (!number.isEmpty()) {
            dialogue.note(new CallNote.NumberConfirmed(number));
            leaveMessage(dialogue, Concern.PERSON);
        }
    }

    private void message(Dialogue dialogue, String question) throws HungUp {
        dialogue.enter(Step.DESCRIBE);
        Line line = dialogue.line();
        Path file = end.messageFile(dialogue.id());
        line.aliveFor(longestMessage.plus(Dialogue.STEP));
        line.play(List.of("message-recorded"));
        dialogue.say(List.of(question));
        line.record(file, longestMessage);
        try {
            end.keepMessage(dialogue.id(), file);
        } catch (IOException trouble) {
            throw new UncheckedIOException("keeping the message of call " + dialogue.id(), trouble);
        }
    }

    private CallDesk.Taken ticket(Dialogue dialogue) {
        dialogue.writeDown();
        CallDesk.Taken taken = end.ticket(calls.find(dialogue.id()).orElseThrow());
        dialogue.note(CallEnd.named(taken));
        return taken;
    }

    private static void farewell(Dialogue dialogue) throws HungUp {
        dialogue.enter(Step.FAREWELL);
        dialogue.line().play(List.of("goodbye"));
    }

    /** Also when nothing can be written down: then the ledger ends the call later. */
    private void over(Dialogue dialogue) {
        try {
            dialogue.writeDown();
        } finally {
            end(dialogue);
        }
    }

    private void end(Dialogue dialogue) {
        try {
            end.dialogueOver(dialogue.id(), dialogue.outcome(), clock.instant());
        } catch (IOException trouble) {
            throw new UncheckedIOException("ending call " + dialogue.id(), trouble);
        }
    }
}
