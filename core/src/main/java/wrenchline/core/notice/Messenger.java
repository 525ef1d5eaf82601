package wrenchline.core.notice;

/** Hands short messages to a provider. */
public interface Messenger {

    /** Hands {@code notice} over. Its id is the key by which a provider that can tell repetitions. Never throws for a provider's fault. */
    Submission submit(Notice notice);

    /** What the provider said. */
    sealed interface Submission {
        /** It has the message. */
        record Accepted(String providerId) implements Submission {}

        /** Not now: throttled or away; try again. */
        record NotNow(String reason) implements Submission {}

        /** Never: for instance an invalid number. */
        record Refused(String reason) implements Submission {}

        /** No answer: it may have the message or not. */
        record Unclear(String reason) implements Submission {}
    }
}
