package wrenchline.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Forecast;
import wrenchline.core.detection.Grounds;
import wrenchline.core.detection.RemainingLife;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.Wording;

/** Why there is a ticket, in two sentences made of its evidence (工单缘由). */
public record Why(Wording wording, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final int MOST_BLAMED = 3;
    private static final double PERCENT = 100;
    private static final double MINUTES_OF_DAY = Duration.ofDays(1).toMinutes();

    /**
     * In both languages.
     *
     * @param model null when the machine stands in no register
     */
    public Names of(Finding.Raised raised, @Nullable EquipmentModel model) {
        return new Names(of(raised, model, "zh"), of(raised, model, "en"));
    }

    String of(Finding.Raised raised, @Nullable EquipmentModel model, String language) {
        Words words = new Words(raised, model, language);
        return switch (raised.groundsIfAny().orElse(null)) {
            case null -> words.say("why.limit");
            case Grounds.Unusual unusual -> words.unusual(unusual);
            case Grounds.Approaching approaching -> words.approaching(approaching.forecast());
            case Grounds.Silent silent -> words.silent(silent);
            case Grounds.Frozen frozen -> words.frozen(frozen);
            case Grounds.Worn worn -> words.worn(worn);
            case Grounds.Ending ending -> words.ending(ending.remaining());
            case Grounds.Degraded degraded -> words.degraded(degraded);
        };
    }

    /** The words of one language for one finding. */
    private final class Words {
        private final @Nullable EquipmentModel model;
        private final String language;
        private final Map<String, String> values = new HashMap<>();
        private final Instant at;

        Words(Finding.Raised raised, @Nullable EquipmentModel model, String language) {
            this.model = model;
            this.language = language;
            this.at = raised.at();
            values.put("metric", metric(raised.metric()));
            values.put("value", measured(raised.metric(), raised.value()));
            values.put("limit", measured(raised.metric(), raised.limit()));
            values.put("since", TIME.format(raised.since().atZone(zone)));
            values.put("span", span(Duration.between(raised.since(), raised.at())));
        }

        String say(String key) {
            return wording.text(key, language, values);
        }

        String unusual(Grounds.Unusual unusual) {
            values.put("score", Long.toString(Math.round(PERCENT * unusual.score())));
            values.put("blamed", blamed(unusual.contributions()));
            unusual.asHighBeforeIfKnown().ifPresent(before -> values.put("before", TIME.format(before.atZone(zone))));
            return say(unusual.asHighBefore() == null ? "why.unusual-never" : "why.unusual-since");
        }

        String approaching(Forecast forecast) {
            values.put("slope", number(forecast.perDay()));
            values.put("likely", ahead(forecast.likely()));
            values.put("earliest", ahead(forecast.earliest()));
            values.put("latest", ahead(forecast.latest()));
            return say("why.approaching");
        }

        String silent(Grounds.Silent silent) {
            values.put("heard", TIME.format(silent.lastHeard().atZone(zone)));
            values.put("allowed", span(silent.allowed()));
            return say("why.silent");
        }

        String frozen(Grounds.Frozen frozen) {
            values.put("readings", Integer.toString(frozen.readings()));
            return say("why.frozen");
        }

        String worn(Grounds.Worn worn) {
            values.put("part", part(worn.part()));
            values.put("percent", Long.toString(Math.round(PERCENT * worn.used() / worn.life())));
            values.put("used", Long.toString(Math.round(worn.used())));
            values.put("life", Long.toString(Math.round(worn.life())));
            Instant spent = worn.spent();
            values.put("spent", spent == null ? "" : DAY.format(spent.atZone(zone)));
            return say(spent == null ? "why.worn" : "why.worn-by");
        }

        String ending(RemainingLife remaining) {
            values.put("part", part(remaining.part()));
            values.put("cycles", number(remaining.cycles()));
            values.put("likely", ahead(remaining.likely()));
            values.put("earliest", ahead(remaining.earliest()));
            values.put("latest", ahead(remaining.latest()));
            return say("why.ending");
        }

        String degraded(Grounds.Degraded degraded) {
            values.put("part", part(degraded.component()));
            values.put("level", level(degraded));
            values.put("probability", Long.toString(Math.round(PERCENT * degraded.probability())));
            values.put("cycles", Integer.toString(degraded.cycles()));
            values.put("blamed", blamed(degraded.contributions()));
            return say("why.degraded");
        }

        private String blamed(List<Grounds.Contribution> contributions) {
            return contributions.stream()
                    .limit(MOST_BLAMED)
                    .map(one -> metric(one.metric()) + " " + Math.round(PERCENT * one.share()) + "%")
                    .collect(Collectors.joining(language.equals("en") ? ", " : "、"));
        }

        private String level(Grounds.Degraded degraded) {
            return Optional.ofNullable(model)
                    .flatMap(known -> known.foresight().levelNames(degraded.component(), degraded.level()))
                    .map(names -> names.in(language))
                    .orElseGet(() -> Integer.toString(degraded.level()));
        }

        private String metric(String id) {
            return model == null
                    ? id
                    : model.metric(id)
                            .map(metric -> metric.names().in(language))
                            .orElse(id);
        }

        private String part(String id) {
            return model == null
                    ? id
                    : model.foresight()
                            .partNames(id)
                            .map(names -> names.in(language))
                            .orElse(id);
        }

        private String measured(String id, double value) {
            String unit = model == null
                    ? ""
                    : model.metric(id).map(metric -> " " + metric.unit()).orElse("");
            return number(value) + unit;
        }

        /** From the finding on. */
        private String ahead(Instant when) {
            return span(Duration.between(at, when));
        }

        private String span(Duration span) {
            long minutes = Math.max(0, span.toMinutes());
            double days = minutes / MINUTES_OF_DAY;
            return days >= 2
                    ? count("span.days", number(Math.round(10 * days) / 10.0))
                    : minutes >= 120
                            ? count("span.hours", Long.toString(Math.round(minutes / 60.0)))
                            : minutes >= 2
                                    ? count("span.minutes", Long.toString(minutes))
                                    : count("span.seconds", Long.toString(Math.max(0, span.toSeconds())));
        }

        private String count(String key, String number) {
            return wording.text(key, language, Map.of("count", number));
        }
    }

    /** Three digits are enough to read. */
    private static String number(double value) {
        if (value == 0 || Math.abs(value) >= 1000) {
            return Long.toString(Math.round(value));
        }
        String text = "%.3g".formatted(value);
        return text.contains(".") && !text.contains("e")
                ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
                : text;
    }
}
