package wrenchline.hotline.ivr;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wrenchline.core.desk.Transactions;
import wrenchline.core.duty.Duty;
import wrenchline.core.duty.Rung;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.PhoneNumber;

/** Connects a caller who has no number to whoever is on duty, one after the other: without a number no promise is made. */
public final class LiveConnection {

    private static final Duration RING = Duration.ofSeconds(20);
    private static final int MOST = 4;

    private final Transactions transactions;
    private final Path recordings;
    private final InstantSource clock;

    public LiveConnection(Transactions transactions, Path recordings, InstantSource clock) {
        this.transactions = transactions;
        this.recordings = recordings;
        this.clock = clock;
    }

    void connect(Line line) throws HungUp {
        line.play(List.of("connecting-live"));
        for (StaffMember member : onDuty()) {
            String number = PhoneNumber.normalise(member.phone());
            // The dead man's switch is wound up by the dialplan while they talk.
            Path file = recordings.resolve("calls").resolve(line.channel() + "-live-" + number + ".wav");
            if (line.connectLive(number, RING, member.language(), file) == Line.DialStatus.ANSWER) {
                return;
            }
        }
        line.play(List.of("nobody-live"));
    }

    private List<StaffMember> onDuty() {
        return transactions.call(books -> {
            Duty duty = new Duty(books.rosters().current());
            Set<StaffMember> people = new LinkedHashSet<>();
            for (Rung.Target target :
                    List.of(Rung.Target.FIRST_ENGINEER, Rung.Target.SECOND_ENGINEER, Rung.Target.SUPERVISOR)) {
                people.addAll(duty.reach(target, clock.instant()));
            }
            return people.stream().limit(MOST).toList();
        });
    }
}
