package wrenchline.hotline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wrenchline.core.ticket.TicketState;

class SpeechTest {

    private static final Path PROMPTS = Path.of("../config/prompts");

    @ParameterizedTest
    @CsvSource({
        "5, number-5",
        "10, number-10",
        "15, number-10 number-5",
        "30, number-3 number-10",
        "45, number-4 number-10 number-5",
        "105, number-1 number-100 digit-0 number-5",
        "115, number-1 number-100 number-1 number-10 number-5",
        "120, number-1 number-100 number-2 number-10"
    })
    void quantities_are_said_as_in_chinese(long number, String said) {
        assertThat(Speech.quantity(number, "zh")).containsExactly(said.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"5, number-5", "15, number-15", "30, number-30", "45, number-40 number-5"})
    void quantities_are_said_as_in_english(long number, String said) {
        assertThat(Speech.quantity(number, "en")).containsExactly(said.split(" ", -1));
    }

    @Test
    void two_hours_are_not_said_as_the_number_two_in_chinese() {
        assertThat(Speech.count(2, "zh")).containsExactly("number-2-of");
        assertThat(Speech.count(12, "zh")).containsExactly("number-10", "number-2");
        assertThat(Speech.count(2, "en")).containsExactly("number-2");
    }

    @Test
    void telephone_numbers_are_said_digit_by_digit() {
        assertThat(Speech.digits("+86 139")).containsExactly("digit-8", "digit-6", "digit-1", "digit-3", "digit-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_number_below_a_thousand_can_be_said(String language) {
        for (long number = 0; number < 1000; number++) {
            assertThat(Speech.quantity(number, language))
                    .allSatisfy(prompt -> assertThat(sound(language, prompt)).exists());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_prompt_of_the_list_has_its_sound(String language) throws Exception {
        List<String> names = new ArrayList<>(List.of("beep"));
        for (String line : Files.readAllLines(PROMPTS.resolve(language + ".yaml"))) {
            if (line.matches("[a-z0-9-]+:.*")) {
                names.add(line.substring(0, line.indexOf(':')));
            }
        }
        assertThat(names)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(sound(language, name)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_state_of_an_open_ticket_can_be_said(String language) {
        assertThat(TicketState.OPEN)
                .map(Sentences::state)
                .allSatisfy(prompt -> assertThat(sound(language, prompt)).exists());
    }

    @Test
    void whatever_the_dialplan_plays_exists_in_both_languages() throws Exception {
        String dialplan = Files.readString(Path.of("../config/asterisk/extensions.conf"));
        var played = Pattern.compile("Playback\\(([a-z&-]+)\\)|Read\\([A-Z]+,([a-z-]+)")
                .matcher(dialplan);
        int found = 0;
        while (played.find()) {
            String prompts = played.group(1) == null ? played.group(2) : played.group(1);
            for (String prompt : prompts.split("&", -1)) {
                assertThat(sound("zh", prompt)).exists();
                assertThat(sound("en", prompt)).exists();
                found++;
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    private static Path sound(String language, String prompt) {
        return PROMPTS.resolve(language).resolve(prompt + ".wav");
    }
}
