package wrenchline.dashboard.sheet;

/**
 * Keeps values from being taken for formulas by the program that opens the file: a value that begins like one gets an apostrophe in
 * front, which is taken off again when the file comes back.
 */
final class Formulas {

    private static final String SIGNS = "=+-@\t\r\n\0＝＋－＠";

    private Formulas() {}

    static String guarded(String value) {
        return begins(value) || (value.startsWith("'") && begins(value.substring(1))) ? "'" + value : value;
    }

    static String plain(String value) {
        String rest = value.startsWith("'") ? value.substring(1) : "";
        return begins(rest) || (rest.startsWith("'") && begins(rest.substring(1))) ? rest : value;
    }

    private static boolean begins(String value) {
        return !value.isEmpty() && SIGNS.indexOf(value.charAt(0)) >= 0;
    }
}
