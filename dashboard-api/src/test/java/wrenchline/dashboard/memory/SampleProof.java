package wrenchline.dashboard.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.Callback;
import wrenchline.core.desk.Books;
import wrenchline.core.duty.StaffId;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.promise.Grade;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseState;

/** A callback from the first ring to the customer's key, as the telephone system would prove it. */
record SampleProof(Books books, Callback callback, Instant began) {

    private static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final String STAFF = ATTEMPT.toString();
    private static final String CUSTOMER = ATTEMPT + "-customer";

    void keep() {
        Instant up = after(38);
        Instant down = after(81);
        List<Evidence> proof = List.of(
                new Evidence.Notified(new NoticeId(UUID.randomUUID()), SampleSite.FIRST_ENGINEER, began),
                new Evidence.Dialled(ATTEMPT, STAFF, SampleSite.FIRST_ENGINEER, after(1)),
                new Evidence.Answered(ATTEMPT, STAFF, after(9)),
                new Evidence.Prompted(STAFF, "staff-offer", after(9)),
                new Evidence.KeysPressed(STAFF, "47", "accepts", after(21)),
                new Evidence.Prompted(STAFF, "staff-connecting", after(22)),
                new Evidence.Dialled(ATTEMPT, CUSTOMER, callback.number(), after(25)),
                new Evidence.Answered(ATTEMPT, CUSTOMER, after(37)),
                new Evidence.Bridged(ATTEMPT, STAFF, CUSTOMER, new StaffId("e1"), up, down),
                new Evidence.LegEnded(ATTEMPT, STAFF, "ENDED", 16, down),
                new Evidence.KeysPressed(CUSTOMER, "1", "confirms", after(90)),
                new Evidence.LegEnded(ATTEMPT, CUSTOMER, "ENDED", 16, after(93)),
                new Evidence.Recorded(
                        ATTEMPT, new Recording("sample-talk.wav", "%064x".formatted(7), Duration.ofSeconds(43))));
        proof.forEach(one -> books.evidence().append(callback.promise(), one, after(95)));
        books.promises().find(callback.promise()).ifPresent(promise -> {
            Grade grade = Grade.A;
            books.promises()
                    .record(promise, new PromiseEvent.Fulfilled(grade, down), new PromiseState.Kept(down, grade), down);
        });
    }

    private Instant after(long seconds) {
        return began.plusSeconds(seconds);
    }
}
