package wrenchline.core.equipment;

/** Telephone numbers as people and networks write them. */
public final class PhoneNumber {

    private PhoneNumber() {}

    /**
     * One spelling per number: digits only, without the Chinese country code ({@code +86}, {@code 0086}). An empty answer
     * means that {@code raw} holds no number (a hidden caller).
     */
    public static String normalise(String raw) {
        String trimmed = raw.strip();
        StringBuilder digits = new StringBuilder();
        for (int index = 0; index < trimmed.length(); index++) {
            char c = trimmed.charAt(index);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (Character.isLetter(c)) {
                return "";
            }
        }
        String number = digits.toString();
        if (number.startsWith("0086")) {
            return number.substring(4);
        }
        return trimmed.startsWith("+86") ? number.substring(2) : number;
    }
}
