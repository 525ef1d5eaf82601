package wrenchline.core.device;

/** Which kind of credential a machine is to get. */
public sealed interface Wanted {

    /** A password that the product makes. */
    record Password() implements Wanted {}

    /**
     * A token.
     *
     * @param token the one that the machine has already, at least {@link #SHORTEST} characters made at random; empty when the
     *     product is to make one
     */
    record Token(String token) implements Wanted {

        /** As long as ThingsBoard makes them. */
        public static final int SHORTEST = 20;

        public Token {
            if (!token.isEmpty() && token.length() < SHORTEST) {
                throw new IllegalArgumentException("a token has at least " + SHORTEST + " characters");
            }
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** A client certificate with its key. */
    record Certificate() implements Wanted {}
}
