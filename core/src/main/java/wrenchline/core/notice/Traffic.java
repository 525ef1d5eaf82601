package wrenchline.core.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What went to providers and came from them, by their own ids (短信往来). Part of one transaction. */
public interface Traffic {

    /** Lets nobody else write down what was sent to or said of {@code number} until the transaction ends. */
    void holdNumber(String number);

    /** {@code provider} took {@code notice} under {@code ids}; receipts that came earlier are joined to it. */
    void sent(NoticeId notice, String provider, List<String> ids, Instant now);

    /** Keeps a receipt; the notice that it belongs to, if that is known already. */
    Optional<NoticeId> receipt(Receipt receipt, Instant now);

    /** What is known of each part of {@code notice}. */
    List<Receipt.Outcome> outcomes(NoticeId notice);

    /** The ids under which a provider took {@code notice}. */
    List<String> ids(NoticeId notice);

    /** What came from {@code provider} for {@code number} after {@code since} and belongs to no notice that is known. */
    List<Receipt.Outcome> strays(String number, String provider, Instant since);

    /** Joins the oldest of those to {@code notice}, whose ids are not known, and no more than {@code parts}. */
    void adopt(Notice notice, String provider, Instant since, int parts);

    /** Keeps a segment; the whole message when it was the last that was missing. One that comes again completes nothing. */
    Optional<Incoming> join(Incoming segment, Instant now);

    /** Messages that still lack segments although the last one came before {@code before}, as far as they are here; each once. */
    List<Incoming> torn(Instant before);

    /** Keeps a message that came in. */
    void received(Incoming message, Instant now);

    /** Whether the same came in from the same number since {@code since}. */
    boolean came(Incoming message, Instant since);

    /** Sends {@code number} nothing from now on. */
    void stop(String number, Instant now);

    void resume(String number);

    boolean stopped(String number);
}
