package wrenchline.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.transition.Timed;

/** The states of a notice (短信状态). Submitted is not delivered. */
public sealed interface NoticeState extends Timed {

    /** How long a submission may go without an answer before its outcome counts as unknown. */
    Duration SUBMISSION_PATIENCE = Duration.ofSeconds(30);

    /** Waiting to be handed to the provider from {@code from} on (待发). */
    record Queued(Instant from, int tries) implements NoticeState {}

    /** Being handed over; marked before it is done (提交中). */
    record Submitting(Instant since, int tries) implements NoticeState {}

    /** The provider has it (已提交). */
    record Submitted(String providerId, Instant at) implements NoticeState {}

    /** It is on the telephone (已送达). */
    record Delivered(String providerId, Instant at) implements NoticeState {}

    /** Nobody knows whether the provider has it: it is not sent again (未知). */
    record Unknown(Instant at, String reason) implements NoticeState {}

    /** It will not arrive (失败). */
    record Failed(Instant at, String reason) implements NoticeState {}

    @Override
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Queued queued -> Optional.of(queued.from());
            case Submitting submitting -> Optional.of(submitting.since().plus(SUBMISSION_PATIENCE));
            case Submitted _ -> Optional.empty();
            case Delivered _ -> Optional.empty();
            case Unknown _ -> Optional.empty();
            case Failed _ -> Optional.empty();
        };
    }

    @Override
    default boolean over() {
        return this instanceof Delivered || this instanceof Failed;
    }
}
