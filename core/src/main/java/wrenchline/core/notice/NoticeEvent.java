package wrenchline.core.notice;

/** What happens to a notice. */
public sealed interface NoticeEvent {

    /** The sweep found it due: it is taken for submission, or given up as unknown. */
    record Taken() implements NoticeEvent {}

    /** The provider took it. */
    record Submitted(String providerId) implements NoticeEvent {}

    /** The provider cannot take it now. */
    record Postponed(String reason) implements NoticeEvent {}

    /** The provider will never take it, or a receipt says that it did not arrive. */
    record Failed(String reason) implements NoticeEvent {}

    /** The connection broke before the provider answered. */
    record OutcomeUnknown(String reason) implements NoticeEvent {}

    /** A receipt says that it arrived. */
    record Delivered(String providerId) implements NoticeEvent {}

    /** Whoever got it answered. */
    record Replied(String text) implements NoticeEvent {}
}
