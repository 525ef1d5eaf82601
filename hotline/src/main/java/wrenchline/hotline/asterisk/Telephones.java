package wrenchline.hotline.asterisk;

import java.util.Collection;
import java.util.TreeSet;

/** Who may register a telephone: every number that is known here, with the one password that the product made. */
final class Telephones {

    private Telephones() {}

    /** One telephone for each of {@code numbers}; whatever is no plain number is left out. */
    static String configuration(Collection<String> numbers) {
        StringBuilder text = new StringBuilder("; Written by the product for every known number.\n");
        for (String number : new TreeSet<>(numbers)) {
            if (number.matches("\\d{2,20}")) {
                text.append("""
                        [%1$s](telephone)
                        auth=%1$s
                        aors=%1$s
                        [%1$s](telephone-password)
                        username=%1$s
                        [%1$s](telephone-place)
                        """.formatted(number));
            }
        }
        return text.toString();
    }
}
