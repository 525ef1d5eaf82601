package wrenchline.core.complaint;

/** What makes a complaint more than an ordinary one (投诉标记). */
public enum Flag {
    /** It cannot wait (紧急): it is reported at once. */
    URGENT,
    /** It may become a crisis (危机). */
    CRISIS,
    /** The media may take it up (媒体). */
    MEDIA,
    /** It may go to court (诉讼). */
    LITIGATION;

    /** Whether it makes a special case (专案), which the top management deals with first. */
    public boolean special() {
        return this != URGENT;
    }
}
