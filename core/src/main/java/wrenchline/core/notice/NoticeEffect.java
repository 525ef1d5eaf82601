package wrenchline.core.notice;

/** What a notice's change asks for. */
public sealed interface NoticeEffect {

    /** Hand it to {@code provider}. */
    record Submit(String provider) implements NoticeEffect {}

    /** Ask {@code provider} what it knows of it. */
    record Ask(String provider) implements NoticeEffect {}
}
