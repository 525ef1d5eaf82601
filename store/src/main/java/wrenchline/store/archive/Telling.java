package wrenchline.store.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import wrenchline.core.evidence.ClockOffset;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.PromiseState;

/** Tells evidence in sentences. */
record Telling(Wording wording, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String text(String key, String language, Map<String, String> values) {
        return wording.text("evidence." + key, language, values);
    }

    String text(String key, String language) {
        return text(key, language, Map.of());
    }

    /** What {@code evidence} says, in {@code language}. */
    String sentence(Evidence evidence, String language) {
        Map<String, String> values = new HashMap<>();
        switch (evidence) {
            case Evidence.Promised promised -> {
                values.put("policy", promised.policyVersion());
                values.put("clause", promised.clause().id());
                values.put("deadline", time(promised.deadline()));
            }
            case Evidence.CallReceived call -> {
                values.put("call", call.call());
                values.put("caller", call.caller());
                values.put("number", call.number());
            }
            case Evidence.OnDuty duty -> values.put("ladder", ladder(duty));
            case Evidence.Dialled dialled -> {
                values.put("number", dialled.number());
                values.put("channel", dialled.channel());
            }
            case Evidence.Answered answered -> values.put("channel", answered.channel());
            case Evidence.LegEnded ended -> {
                values.put("channel", ended.channel());
                values.put("status", ended.status());
                values.put("cause", Integer.toString(ended.cause()));
            }
            case Evidence.Prompted prompted -> {
                values.put("channel", prompted.channel());
                values.put("prompt", prompted.prompt());
            }
            case Evidence.KeysPressed pressed -> {
                values.put("channel", pressed.channel());
                values.put("keys", pressed.keys());
                values.put("meaning", pressed.meaning());
            }
            case Evidence.Bridged bridged -> {
                values.put("staff", bridged.staff().value());
                values.put("until", time(bridged.to()));
                values.put("seconds", seconds(Duration.between(bridged.from(), bridged.to())));
            }
            case Evidence.Recorded recorded -> {
                values.put("file", recorded.recording().file());
                values.put("sum", recorded.recording().sha256());
                values.put("seconds", seconds(recorded.recording().length()));
            }
            case Evidence.RecordingDeleted deleted -> {
                values.put("file", deleted.recording().file());
                values.put("sum", deleted.recording().sha256());
                values.put("days", Long.toString(deleted.keep().toDays()));
            }
            case Evidence.Notified notified -> {
                values.put("to", notified.to());
                values.put("notice", notified.notice().toString());
            }
            case Evidence.Receipt receipt -> {
                values.put("notice", receipt.notice().toString());
                values.put("state", receipt.state());
                values.put("detail", receipt.detail());
            }
            case Evidence.LegRows rows -> {
                values.put("party", text("party." + rows.party(), language));
                values.put("channel", rows.channel());
                values.put("count", Integer.toString(rows.rows().size()));
            }
            case Evidence.ClocksCompared compared -> values.put("offsets", offsets(compared));
            case Evidence.OperatorActed acted -> {
                values.put("who", acted.who());
                values.put("act", text("act." + acted.act(), language));
                values.put("text", acted.text());
            }
            case Evidence.ToldByStaff told -> values.put("staff", told.staff().value());
            case Evidence.ConfirmedBySms confirmed -> values.put("number", confirmed.number());
            case Evidence.DeniedBySms denied -> values.put("number", denied.number());
            case Evidence.Concluded concluded ->
                values.put("state", text("state." + name(concluded.state()), language));
        }
        return text("is." + name(evidence), language, values);
    }

    /** When it happened; the moment of writing for what has no time of its own. */
    static Instant happened(Evidence evidence, Instant written) {
        return switch (evidence) {
            case Evidence.Promised promised -> promised.made();
            case Evidence.CallReceived call -> call.at();
            case Evidence.Dialled dialled -> dialled.at();
            case Evidence.LegEnded ended -> ended.at();
            case Evidence.Answered answered -> answered.at();
            case Evidence.Prompted prompted -> prompted.at();
            case Evidence.KeysPressed pressed -> pressed.at();
            case Evidence.Bridged bridged -> bridged.from();
            case Evidence.Notified notified -> notified.at();
            case Evidence.Receipt receipt -> receipt.at();
            case Evidence.ClocksCompared compared -> compared.at();
            case Evidence.RecordingDeleted deleted -> deleted.at();
            case Evidence.OperatorActed acted -> acted.at();
            case Evidence.ToldByStaff told -> told.at();
            case Evidence.ConfirmedBySms confirmed -> confirmed.at();
            case Evidence.DeniedBySms denied -> denied.at();
            case Evidence.Concluded concluded -> concluded.at();
            case Evidence.OnDuty _, Evidence.Recorded _, Evidence.LegRows _ -> written;
        };
    }

    private static String name(Evidence evidence) {
        return evidence.getClass().getSimpleName();
    }

    private static String name(PromiseState state) {
        return state.getClass().getSimpleName();
    }

    private static String ladder(Evidence.OnDuty duty) {
        StringBuilder ladder = new StringBuilder();
        duty.ladder().forEach(step -> {
            ladder.append(ladder.isEmpty() ? "" : "; ")
                    .append(step.after().toMinutes())
                    .append(" min: ");
            ladder.append(String.join(
                    ", ",
                    step.people().stream()
                            .map(person -> person.name() + " " + person.phone())
                            .toList()));
        });
        return ladder.toString();
    }

    private static String offsets(Evidence.ClocksCompared compared) {
        StringBuilder offsets = new StringBuilder();
        for (ClockOffset offset : compared.offsets()) {
            offsets.append(offsets.isEmpty() ? "" : "; ")
                    .append("%s %+.1f ms (± %.1f ms)"
                            .formatted(offset.clock(), offset.micros() / 1000.0, offset.uncertainty() / 1000.0));
        }
        return offsets.toString();
    }

    static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }
}
