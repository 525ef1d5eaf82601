package wrenchline.hotline.ivr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wrenchline.core.desk.CallDesk;

/** What is said to a caller, as names of prompts. */
final class Sentences {

    private Sentences() {}

    static List<String> greeting() {
        return List.of("welcome", "for-english");
    }

    static List<String> readBack(String number) {
        List<String> prompts = new ArrayList<>(List.of("your-number"));
        prompts.addAll(Speech.digits(number));
        prompts.add("confirm-number");
        return prompts;
    }

    /** Ticket number and promise; the promise is told in the minutes that are left of it. */
    static List<String> promise(CallDesk.Taken taken, String language, Instant now) {
        List<String> prompts = new ArrayList<>(List.of("ticket"));
        prompts.addAll(Speech.digits(taken.ticket().toString()));
        // A minute begun counts: a caller who has talked for 40 seconds hears 30 and not 29.
        long minutes = Duration.between(now, taken.deadline()).plusSeconds(59).toMinutes();
        if (minutes > 0 && !taken.joined()) {
            prompts.add("engineer-within");
            prompts.addAll(Speech.quantity(minutes, language));
            prompts.add("minutes");
        } else {
            prompts.add("joined");
        }
        return prompts;
    }
}
