package wrenchline.core.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What went to providers and came from them, by their own ids (短信往来). Part of one transaction. */
public interface Traffic {

    /** {@code provider} took {@code notice} under {@code ids}; receipts that came earlier are joined to it. */
    void sent(NoticeId notice, String provider, List<String> ids, Instant now);

    /** Keeps a receipt; the notice that it belongs to, if that is known already. */
    Optional<NoticeId> receipt(Receipt receipt, Instant now);

    /** What is known of each part of {@code notice}. */
    List<Receipt.Outcome> outcomes(NoticeId notice);

    /** The ids under which a provider took {@code notice}. */
    List<String> ids(NoticeId notice);

    /**
     * Joins receipts to {@code notice} that fit by provider and number, came after {@code since} and belong to nobody; for a notice
     * whose ids are not known. Returns how many.
     */
    int adopt(Notice notice, String provider, Instant since, Instant now);

    /** Keeps a message that came in. */
    void received(Incoming message, Instant now);

    /** Whether the same came in from the same number since {@code since}. */
    boolean came(Incoming message, Instant since);

    /** Sends {@code number} nothing from now on. */
    void stop(String number, Instant now);

    void resume(String number);

    boolean stopped(String number);
}
