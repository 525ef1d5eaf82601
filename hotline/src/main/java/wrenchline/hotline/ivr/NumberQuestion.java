package wrenchline.hotline.ivr;

import java.time.Duration;
import java.util.List;
import wrenchline.core.equipment.PhoneNumber;

/** Asks at which number the caller wants to be called back. No number is taken that was not read back and confirmed. */
record NumberQuestion(Dialogue dialogue) {

    private static final int LONGEST = 15;
    private static final int SHORTEST = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** The number to call back; empty when none could be had. */
    String number() throws HungUp {
        String caller = dialogue.caller();
        if (!caller.isEmpty()) {
            // Who says nothing three times is called back at the number that the network gave.
            Answer answer = confirm(Step.CONFIRM_NUMBER, caller);
            if (answer != Answer.OTHER) {
                return caller;
            }
        }
        String entered = entered();
        return entered.isEmpty() ? caller : entered;
    }

    /** A number that was keyed in and confirmed; empty after three tries. */
    String entered() throws HungUp {
        for (int attempt = 0; attempt < Dialogue.TRIES; attempt++) {
            dialogue.enter(Step.ENTER_NUMBER);
            String number = PhoneNumber.normalise(dialogue.line().ask(List.of("enter-number"), LONGEST, PATIENCE));
            if (number.length() >= SHORTEST && confirm(Step.CONFIRM_ENTERED_NUMBER, number) == Answer.YES) {
                return number;
            }
        }
        return "";
    }

    private enum Answer {
        YES,
        OTHER,
        SILENCE
    }

    private Answer confirm(Step step, String number) throws HungUp {
        return dialogue.choose(step, Sentences.readBack(number), "12")
                .map(key -> key.equals("1") ? Answer.YES : Answer.OTHER)
                .orElse(Answer.SILENCE);
    }
}
