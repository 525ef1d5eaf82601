package wrenchline.hotline.ivr;

import java.util.ArrayList;
import java.util.List;

/** Turns numbers into the names of prompts. */
public final class Speech {

    private Speech() {}

    /** Digit by digit, as telephone numbers are read. */
    public static List<String> digits(String number) {
        return number.chars()
                .filter(c -> c >= '0' && c <= '9')
                .mapToObj(c -> "digit-" + (char) c)
                .toList();
    }

    /** As a quantity; from a thousand on digit by digit. */
    public static List<String> quantity(long number, String language) {
        if (number <= 0 || number >= 1000) {
            return digits(Long.toString(number));
        }
        List<String> prompts = new ArrayList<>();
        long hundreds = number / 100;
        long rest = number % 100;
        if (hundreds > 0) {
            prompts.add("number-" + hundreds);
            prompts.add("number-100");
        }
        if (rest > 0) {
            prompts.addAll(language.equals("en") ? english(rest) : chinese(rest, hundreds > 0));
        }
        return prompts;
    }

    /** As a quantity of something: two hours are 两小时 and not 二小时. */
    public static List<String> count(long number, String language) {
        return number == 2 && language.equals("zh") ? List.of("number-2-of") : quantity(number, language);
    }

    private static List<String> english(long number) {
        if (number < 20) {
            return List.of("number-" + number);
        }
        String tens = "number-" + number / 10 * 10;
        return number % 10 == 0 ? List.of(tens) : List.of(tens, "number-" + number % 10);
    }

    /** 十五, but 一百一十五 and 一百零五. */
    private static List<String> chinese(long number, boolean afterHundreds) {
        List<String> prompts = new ArrayList<>();
        long tens = number / 10;
        if (tens == 0 && afterHundreds) {
            prompts.add("digit-0");
        }
        if (tens > 1 || (tens == 1 && afterHundreds)) {
            prompts.add("number-" + tens);
        }
        if (tens > 0) {
            prompts.add("number-10");
        }
        if (number % 10 > 0) {
            prompts.add("number-" + number % 10);
        }
        return prompts;
    }
}
