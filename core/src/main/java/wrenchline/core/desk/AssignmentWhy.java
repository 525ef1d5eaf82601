package wrenchline.core.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wrenchline.core.duty.Assignment;
import wrenchline.core.duty.Assignment.Candidate;
import wrenchline.core.duty.Assignment.PassedOver;
import wrenchline.core.duty.Assignment.Reason;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Names;
import wrenchline.core.notice.Wording;

/** Says why an engineer was chosen, and why others were not (派工理由). */
record AssignmentWhy(Wording wording) {

    Names chosen(Assignment assignment) {
        return both(language -> chosen(assignment, language));
    }

    Names nobody(Assignment assignment) {
        return both(language ->
                wording.text("assigned.nobody", language, Map.of()) + passedOver(assignment.passedOver(), language));
    }

    Names against(PassedOver one) {
        return both(language -> against(one.member(), one.reason(), language));
    }

    private static Names both(Function<String, String> say) {
        return new Names(say.apply("zh"), say.apply("en"));
    }

    private String chosen(Assignment assignment, String language) {
        Candidate best = assignment.ranked().getFirst();
        String home = wording.text(best.atHome() ? "assigned.at-home" : "assigned.away", language, Map.of());
        String rest = wording.text(
                "assigned.best",
                language,
                Map.of(
                        "of",
                        Integer.toString(assignment.ranked().size()),
                        "load",
                        Integer.toString(best.load()),
                        "minutes",
                        Long.toString(best.travel().toMinutes())));
        return home + rest + passedOver(assignment.passedOver(), language);
    }

    private String passedOver(List<PassedOver> all, String language) {
        return Stream.concat(Stream.of(""), all.stream().map(one -> against(one.member(), one.reason(), language)))
                .collect(Collectors.joining(" "));
    }

    String against(StaffMember member, Reason reason, String language) {
        return switch (reason) {
            case Reason.Refused() -> wording.text("assigned.refused", language, Map.of("engineer", member.name()));
            case Reason.NotSkilled(String skill) ->
                wording.text("assigned.not-skilled", language, Map.of("engineer", member.name(), "skill", skill));
            case Reason.Expired(var certificate) ->
                wording.text(
                        "assigned.expired",
                        language,
                        Map.of(
                                "engineer",
                                member.name(),
                                "certificate",
                                certificate.name(),
                                "day",
                                certificate.expires().toString()));
        };
    }
}
