package wrenchline.core.access;

import java.time.Instant;

/** Requests that carry a key of the sender's, so that one that is sent twice is done once (幂等键). A key is kept for a day. */
public interface Claims {

    /** What is known of a key. */
    sealed interface Claim {

        /** It was not seen before, and is now taken. */
        record Fresh() implements Claim {}

        /** The same request was answered so. */
        record Answered(int status, String body) implements Claim {}

        /** The same request is being worked on, or the product ended while it was. */
        record Open() implements Claim {}

        /** It stands for another request. */
        record Taken() implements Claim {}
    }

    /** @param digest of the whole request */
    Claim claim(String who, String key, String digest, Instant now);

    /** How the request was answered. */
    void answered(String who, String key, int status, String body);

    /** Nothing was done: the key is free again. */
    void release(String who, String key);
}
