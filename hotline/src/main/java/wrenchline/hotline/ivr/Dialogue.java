package wrenchline.hotline.ivr;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Calls;
import wrenchline.core.equipment.PhoneNumber;

/** The questions of the dialogue with one caller. */
final class Dialogue {

    /** The longest that one step may take before the dialplan takes over. */
    static final Duration STEP = Duration.ofSeconds(90);

    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_NUMBER = 15;
    private static final int SHORTEST_NUMBER = 3;
    private static final int LONGEST_EQUIPMENT_CODE = 12;

    private final Line line;
    private final CallId id;
    private final Calls calls;
    private final InstantSource clock;
    private String language = "zh";

    Dialogue(Line line, CallId id, Calls calls, InstantSource clock) {
        this.line = line;
        this.id = id;
        this.calls = calls;
        this.clock = clock;
    }

    Line line() {
        return line;
    }

    CallId id() {
        return id;
    }

    String language() {
        return language;
    }

    /** Notes the step, then winds up the dead man's switch for it. */
    void enter(Step step) throws HungUp {
        calls.reached(id, step.name(), clock.instant());
        line.aliveFor(STEP);
    }

    void greet() throws HungUp {
        enter(Step.GREETING);
        if (line.ask(Sentences.greeting(), 1, Duration.ofMillis(1500)).equals("2")) {
            language = "en";
            line.language(language);
        }
    }

    /** The number to call back; empty when none could be had. */
    String number() throws HungUp {
        String caller = PhoneNumber.normalise(line.caller());
        if (!caller.isEmpty()) {
            enter(Step.CONFIRM_NUMBER);
            switch (confirm(caller)) {
                case YES -> {
                    return caller;
                }
                // Who says nothing three times is called back at the number that the network gave.
                case SILENCE -> {
                    return caller;
                }
                case OTHER -> {}
            }
        }
        String entered = enteredNumber();
        return entered.isEmpty() ? caller : entered;
    }

    private String enteredNumber() throws HungUp {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            enter(Step.ENTER_NUMBER);
            String number =
                    PhoneNumber.normalise(line.ask(List.of("enter-number"), LONGEST_NUMBER, Duration.ofSeconds(8)));
            if (number.length() < SHORTEST_NUMBER) {
                continue;
            }
            enter(Step.CONFIRM_ENTERED_NUMBER);
            if (confirm(number) == Answer.YES) {
                return number;
            }
        }
        return "";
    }

    /** The equipment number as keyed in; empty when skipped. One that nobody knows is kept after three tries. */
    String equipment(Predicate<String> known) throws HungUp {
        String digits = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            enter(Step.ENTER_EQUIPMENT);
            List<String> prompts =
                    digits.isEmpty() ? List.of("enter-equipment") : List.of("unknown-equipment", "enter-equipment");
            String keyed = line.ask(prompts, LONGEST_EQUIPMENT_CODE, PATIENCE);
            if (keyed.isEmpty() || keyed.equals("#")) {
                return digits;
            }
            digits = keyed;
            if (known.test(digits)) {
                return digits;
            }
        }
        return digits;
    }

    private enum Answer {
        YES,
        OTHER,
        SILENCE
    }

    private Answer confirm(String number) throws HungUp {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            switch (line.ask(Sentences.readBack(number), 1, PATIENCE)) {
                case "1" -> {
                    return Answer.YES;
                }
                case "2" -> {
                    return Answer.OTHER;
                }
                default -> line.aliveFor(STEP);
            }
        }
        return Answer.SILENCE;
    }
}
