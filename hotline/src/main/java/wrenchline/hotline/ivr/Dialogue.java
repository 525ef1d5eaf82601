package wrenchline.hotline.ivr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.call.Calls;

/** The dialogue with one caller: what is known of it, and how questions are put. */
final class Dialogue {

    /** The longest that one step may take before the dialplan takes over. */
    static final Duration STEP = Duration.ofSeconds(90);

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final int TRIES = 3;

    private static final Duration NO_PATIENCE = Duration.ofMillis(100);

    /** After so long without a key the greeting goes on. */
    private static final Duration GREETING_PATIENCE = Duration.ofMillis(1500);

    private final Line line;
    private final CallId id;
    private final Calls calls;
    private final List<CallNote> notes = new ArrayList<>();
    /** The dialplan begins in Chinese. */
    private String language = "zh";

    private Call.Outcome outcome = Call.Outcome.HUNG_UP;

    Dialogue(Line line, CallId id, Calls calls) {
        this.line = line;
        this.id = id;
        this.calls = calls;
    }

    Line line() {
        return line;
    }

    CallId id() {
        return id;
    }

    /** What the caller wanted was done. */
    void served() {
        outcome = Call.Outcome.SERVED;
    }

    /** How the call ended in case no ticket came of it. */
    Call.Outcome outcome() {
        return outcome;
    }

    String language() {
        return language;
    }

    /** The number that the network gave; empty when hidden. */
    String caller() {
        return CallerId.number(line.caller());
    }

    /** Notes the step with all that became known before it, then winds up the dead man's switch for it. */
    void enter(Step step) throws HungUp {
        note(new CallNote.Reached(step.name()));
        writeDown();
        line.aliveFor(STEP);
    }

    /** Keeps {@code note} until {@link #writeDown} or the next step, which comes before the next word is said. */
    void note(CallNote note) {
        notes.add(note);
    }

    /** Enters what was noted in the call log. */
    void writeDown() {
        if (!notes.isEmpty()) {
            calls.note(id, List.copyOf(notes));
            notes.clear();
        }
    }

    /** Greets in the caller's language and lets it be changed; tells which key was pressed, if any. */
    String greet(Sentences sentences, Directory.Known known) throws HungUp {
        enter(Step.GREETING);
        if (!known.language().equals(language)) {
            language = known.language();
            line.language(language);
        }
        String key = line.ask(sentences.greeting(known, language), 1, GREETING_PATIENCE);
        if (key.equals("2")) {
            language = language.equals("en") ? "zh" : "en";
            line.language(language);
        }
        note(new CallNote.LanguageChosen(language));
        return key;
    }

    /** Says something; any key ends it. */
    void say(List<String> prompts) throws HungUp {
        line.ask(prompts, 1, NO_PATIENCE);
    }

    /** Asks until one of {@code keys} is pressed; empty after three tries. */
    Optional<String> choose(Step step, List<String> prompts, String keys) throws HungUp {
        List<String> question = prompts;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            enter(step);
            String key = line.ask(question, 1, PATIENCE);
            if (!key.isEmpty() && keys.contains(key)) {
                return Optional.of(key);
            }
            question = new ArrayList<>(prompts);
            question.addFirst(key.isEmpty() ? "nothing-heard" : "not-understood");
        }
        return Optional.empty();
    }
}
