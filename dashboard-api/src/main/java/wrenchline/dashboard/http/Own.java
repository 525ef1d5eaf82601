package wrenchline.dashboard.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an operation that is open to customers keeps them to their own: {@code x-own} of the contract. */
enum Own {
    /** The equipment {@code id} of the path must be theirs. */
    EQUIPMENT,
    /** The ticket {@code id} of the path must be about a machine of theirs. */
    TICKET,
    /** The promise {@code id} of the path must be theirs. */
    PROMISE,
    /** The handler leaves out of the list what is not theirs. */
    LIST,
    /** There is nothing of anybody's in it. */
    NOTHING;

    static Optional<Own> of(String word) {
        return Arrays.stream(values())
                .filter(own -> own.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
