package wrenchline.core.equipment;

/** A name in both languages. */
public record Names(String zh, String en) {

    /** The name in {@code language}; Chinese unless it is {@code en}. */
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }
}
