package wrenchline.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wrenchline.core.transition.Timed;

/** The states of a notice (短信状态). Accepted by a provider is not delivered. */
public sealed interface NoticeState extends Timed {

    /** How long a submission may go without an answer before its outcome counts as unknown. */
    Duration SUBMISSION_PATIENCE = Duration.ofSeconds(30);

    /** When the provider is asked about a submission of unknown outcome, counted from when it became unknown. */
    List<Duration> ASK_WHEN_UNKNOWN = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(65),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(6));

    /** When the provider is asked about a message whose receipt does not come, counted from its acceptance. */
    List<Duration> ASK_WHEN_ACCEPTED = List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(12));

    /** Waiting to be handed to a provider from {@code from} on (待发); those in {@code declinedBy} will not take it. */
    record Queued(Instant from, int tries, List<String> declinedBy, List<String> doubts) implements NoticeState {
        public Queued {
            declinedBy = List.copyOf(declinedBy);
            doubts = List.copyOf(doubts);
        }
    }

    /** Being handed over; marked before it is done (提交中). */
    record Submitting(Instant since, int tries, String provider, List<String> declinedBy, List<String> doubts)
            implements NoticeState {
        public Submitting {
            declinedBy = List.copyOf(declinedBy);
            doubts = List.copyOf(doubts);
        }
    }

    /** Nobody knows whether the provider has it: it is asked, and the notice waits (未知). */
    record Unknown(Instant at, String reason, String provider, int asked, List<String> doubts) implements NoticeState {
        public Unknown {
            doubts = List.copyOf(doubts);
        }
    }

    /** The provider has it (已提交). */
    record Accepted(String providerId, Instant at, String provider, int asked, List<String> doubts)
            implements NoticeState {
        public Accepted {
            doubts = List.copyOf(doubts);
        }
    }

    /** It was of no use any more before it arrived (已过期). */
    record Expired(Instant at, String reason) implements NoticeState {}

    /** It will not arrive (失败). */
    record Failed(Instant at, String reason) implements NoticeState {}

    /** It is on the telephone (已送达). */
    record Delivered(String providerId, Instant at, List<String> doubts) implements NoticeState {
        public Delivered {
            doubts = List.copyOf(doubts);
        }
    }

    /** Who may have it from an earlier submission that nobody could tell of: its reader may get it so many times more (可能重复). */
    default List<String> doubts() {
        return switch (this) {
            case Queued queued -> queued.doubts();
            case Submitting submitting -> submitting.doubts();
            case Unknown unknown -> unknown.doubts();
            case Accepted accepted -> accepted.doubts();
            case Delivered delivered -> delivered.doubts();
            case Expired _, Failed _ -> List.of();
        };
    }

    /** What a provider says moves a notice to a higher rank alone, whenever and however often it says it. */
    default int rank() {
        return switch (this) {
            case Queued _ -> 0;
            case Submitting _ -> 1;
            case Unknown _ -> 2;
            case Accepted _ -> 3;
            case Expired _ -> 4;
            case Failed _ -> 5;
            case Delivered _ -> 6;
        };
    }

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Queued queued -> Optional.of(queued.from());
            case Submitting submitting -> Optional.of(submitting.since().plus(SUBMISSION_PATIENCE));
            case Unknown unknown -> next(unknown.at(), ASK_WHEN_UNKNOWN, unknown.asked());
            case Accepted accepted -> next(accepted.at(), ASK_WHEN_ACCEPTED, accepted.asked());
            case Expired _ -> Optional.empty();
            case Failed _ -> Optional.empty();
            case Delivered _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return rank() > 3;
    }

    private static Optional<Instant> next(Instant from, List<Duration> schedule, int asked) {
        return asked < schedule.size() ? Optional.of(from.plus(schedule.get(asked))) : Optional.empty();
    }
}
