package wrenchline.hotline.ivr;

import java.nio.file.Files;
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
import wrenchline.hotline.guard.DialGuard;

/** Connects a caller to whoever is on duty, one after the other; each is asked for a key, so that no voicemail takes the call. */
public final class LiveConnection {

    private static final Duration RING = Duration.ofSeconds(20);
    private static final int MOST = 4;

    private final Transactions transactions;
    private final DialGuard guard;
    private final Path recordings;
    private final InstantSource clock;

    public LiveConnection(Transactions transactions, DialGuard guard, Path recordings, InstantSource clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** Whether somebody talked to the caller; one is rung after the other. */
    boolean connect(Dialogue dialogue) throws HungUp {
        dialogue.line().play(List.of("connecting-live"));
        for (StaffMember member : onDuty()) {
            if (ring(dialogue, List.of(member))) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody talked to the caller; all are rung at once. */
    boolean everybody(Dialogue dialogue) throws HungUp {
        return ring(
                dialogue,
                transactions.call(
                        books -> new Duty(books.rosters().current()).reach(Rung.Target.EVERYBODY, clock.instant())));
    }

    private boolean ring(Dialogue dialogue, List<StaffMember> members) throws HungUp {
        List<Line.Extension> permitted = members.stream()
                .map(member -> new Line.Extension(PhoneNumber.normalise(member.phone()), member.language()))
                .filter(extension -> guard.judge(extension.number()) == DialGuard.Verdict.PERMITTED)
                .toList();
        if (permitted.isEmpty()) {
            return false;
        }
        Line line = dialogue.line();
        String whom = permitted.size() == 1 ? permitted.getFirst().number() : "everybody";
        Path file = recordings.resolve("calls").resolve(line.channel() + "-live-" + whom + ".wav");
        try {
            // The dead man's switch is wound up by the dialplan while they talk.
            if (line.connectLive(permitted, RING, file) == Line.DialStatus.ANSWER) {
                dialogue.served();
                return true;
            }
        } finally {
            // The caller may have hung up after the talk; only a talk is recorded.
            if (Files.exists(file)) {
                dialogue.served();
            }
        }
        return false;
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
