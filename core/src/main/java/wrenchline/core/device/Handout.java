package wrenchline.core.device;

/** The secret of a new credential (一次性凭证). It is kept nowhere: told once, and never printed by accident. */
public sealed interface Handout {

    /** To be sent as user name and password. */
    record Password(String username, String password) implements Handout {
        @Override
        public String toString() {
            return "password of " + username;
        }
    }

    /** To be sent as the user name, without a password. */
    record Token(String token) implements Handout {
        @Override
        public String toString() {
            return "token";
        }
    }

    /** Certificate and key in PEM. */
    record Certificate(String certificate, String key) implements Handout {
        @Override
        public String toString() {
            return "certificate and key";
        }
    }
}
