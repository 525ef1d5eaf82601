package wrenchline.core.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a notice. */
public sealed interface NoticeEvent {

    /**
     * The sweep found it due: it is taken for submission, or given up as unknown.
     *
     * @param provider who is to send it; null in the journal of the version that had none but the local outbox
     */
    record Taken(@Nullable String provider) implements NoticeEvent {}

    /** It may not or cannot be sent before {@code until}: quiet hours, a limit, or no provider that works. */
    record Held(Instant until, String reason) implements NoticeEvent {}

    /** The provider took it. */
    record Submitted(String providerId) implements NoticeEvent {}

    /** The provider cannot take it now. */
    record Postponed(String reason) implements NoticeEvent {}

    /** This provider will never take it; another may. */
    record Declined(String reason) implements NoticeEvent {}

    /** No provider will ever take it, or a receipt says that it did not arrive. */
    record Failed(String reason) implements NoticeEvent {}

    /** It was not sent, or did not arrive, while it was of use. */
    record Lapsed(String reason) implements NoticeEvent {}

    /** The connection broke before the provider answered. */
    record OutcomeUnknown(String reason) implements NoticeEvent {}

    /** The sweep found that the provider must be asked what became of it. */
    record Asked() implements NoticeEvent {}

    /** The provider was asked and has never had it. */
    record NeverHad() implements NoticeEvent {}

    /** The provider was asked and cannot tell, now or ever. */
    record Untold() implements NoticeEvent {}

    /** Nobody could tell for so long that it goes another way, or the same way again: its reader may get it twice. */
    record Doubted(String reason) implements NoticeEvent {}

    /** A receipt says that it arrived. */
    record Delivered(String providerId) implements NoticeEvent {}

    /** Whoever got it answered. */
    record Replied(String text) implements NoticeEvent {}
}
