package wrenchline.core.notice;

/** What a notice's change asks for. */
public sealed interface NoticeEffect {

    /** Hand it to the provider. */
    record Submit() implements NoticeEffect {}
}
