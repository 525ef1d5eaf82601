package wrenchline.store.sql;

/** Text from outside. */
final class Text {

    private Text() {}

    /** {@code text} as PostgreSQL can hold it: it knows no NUL, and a message with one must not be refused for ever. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
