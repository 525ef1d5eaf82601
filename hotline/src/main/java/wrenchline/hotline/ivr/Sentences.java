package wrenchline.hotline.ivr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wrenchline.core.call.Concern;
import wrenchline.core.desk.CallDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.promise.PromiseKind;

/** What is said to a caller, as names of prompts. */
record Sentences(SpokenNames names) {

    /** Welcome, the key for emergencies, the caller's company, the key for the other language. */
    List<String> greeting(Directory.Known known, String language) {
        List<String> prompts = new ArrayList<>(List.of("welcome"));
        known.customer()
                .map(Customer::id)
                .ifPresent(id -> prompts.addAll(names.of("customer", id.value(), language, List.of("welcome-back"))));
        prompts.add("emergency-key");
        prompts.add(language.equals("en") ? "for-chinese" : "for-english");
        return prompts;
    }

    static List<String> readBack(String number) {
        List<String> prompts = new ArrayList<>(List.of("your-number"));
        prompts.addAll(Speech.digits(number));
        prompts.add("confirm-number");
        return prompts;
    }

    /** Offers {@code machines} by the keys from 1 on. */
    List<String> machines(List<Equipment> machines, String language) {
        List<String> prompts = new ArrayList<>(List.of("your-machines"));
        for (int index = 0; index < machines.size(); index++) {
            Equipment machine = machines.get(index);
            prompts.addAll(names.of("equipment", machine.id().value(), language, number(machine.phoneCode())));
            prompts.add("press-key");
            prompts.addAll(Speech.quantity(index + 1L, language));
        }
        prompts.add("other-machine");
        return prompts;
    }

    /** What the caller is asked to say after the tone. */
    static String describe(Concern concern) {
        return switch (concern) {
            case NONE, FAULT, EMERGENCY, PROGRESS, PERSON -> "describe-fault";
            case PARTS -> "describe-parts";
            case TRAINING -> "describe-training";
            case QUALITY_COMPLAINT, PACKAGING_COMPLAINT, CONDUCT_COMPLAINT, DEALER_COMPLAINT -> "describe-complaint";
        };
    }

    /** Complaint and ticket number, and the promise, which is told in the minutes that are left of it. */
    static List<String> promise(CallDesk.Taken taken, String language, Instant now) {
        List<String> prompts = new ArrayList<>();
        if (taken.complaint() != null) {
            prompts.add("complaint-number");
            prompts.addAll(Speech.digits(taken.complaint().toString()));
        }
        prompts.add("ticket");
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

    static List<String> emergency(CallDesk.Taken taken) {
        List<String> prompts = new ArrayList<>(List.of("emergency-rung", "ticket"));
        prompts.addAll(Speech.digits(taken.ticket().toString()));
        prompts.add("emergency-hang-up");
        return prompts;
    }

    /** State, engineer and next deadline of a ticket. */
    List<String> progress(Directory.Progress progress, String language, Instant now) {
        List<String> prompts = new ArrayList<>(List.of("ticket"));
        prompts.addAll(Speech.digits(progress.ticket().toString()));
        prompts.add(state(progress.state().getClass().getSimpleName()));
        prompts.addAll(engineer(progress.staff(), language));
        Directory.Due next = progress.next();
        if (next != null) {
            prompts.add(step(next.kind()));
            prompts.addAll(left(Duration.between(now, next.deadline()), language));
        }
        return prompts;
    }

    /** {@code OnTheWay} is said by {@code state-on-the-way}. */
    static String state(String name) {
        return "state-" + name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private List<String> engineer(@Nullable StaffId staff, String language) {
        if (staff == null) {
            return List.of();
        }
        List<String> prompts = new ArrayList<>(List.of("engineer"));
        prompts.addAll(names.of("staff", staff.value(), language, number(staff.value())));
        return prompts;
    }

    private static List<String> number(String digits) {
        List<String> prompts = new ArrayList<>(List.of("number"));
        prompts.addAll(Speech.digits(digits));
        return prompts;
    }

    private static String step(PromiseKind kind) {
        if (kind == PromiseKind.CALLBACK) {
            return "next-callback";
        }
        return kind == PromiseKind.ON_SITE ? "next-on-site" : "next-step";
    }

    private static List<String> left(Duration left, String language) {
        if (left.isNegative() || left.isZero()) {
            return List.of("overdue");
        }
        List<String> prompts = new ArrayList<>();
        long minutes = left.plusSeconds(59).toMinutes();
        if (minutes >= 60) {
            prompts.addAll(Speech.count(minutes / 60, language));
            prompts.add("hours");
        }
        if (minutes % 60 > 0) {
            prompts.addAll(Speech.count(minutes % 60, language));
            prompts.add("minutes-left");
        }
        return prompts;
    }
}
