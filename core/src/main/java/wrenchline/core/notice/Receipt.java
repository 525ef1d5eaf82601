package wrenchline.core.notice;

import java.util.List;

/**
 * What a provider says of a message, or of a segment of one, after it took it (回执).
 *
 * @param ids under which the provider took it, the likeliest reading first: some write in receipts otherwise what they answered
 * @param number to which it went; empty when the receipt does not say
 */
public record Receipt(String provider, List<String> ids, String number, Outcome outcome) {
    public Receipt {
        ids = List.copyOf(ids);
    }

    /** In the order of their ranks: a later receipt of a lower rank changes nothing. */
    public enum Outcome {
        PENDING(0),
        EXPIRED(1),
        FAILED(2),
        DELIVERED(3);

        private final int rank;

        Outcome(int rank) {
            this.rank = rank;
        }

        public int rank() {
            return rank;
        }
    }
}
