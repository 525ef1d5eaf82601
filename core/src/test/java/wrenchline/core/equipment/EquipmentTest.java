package wrenchline.core.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquipmentTest {

    @ParameterizedTest
    @CsvSource({
        "+86 139 0000 0001, 13900000001",
        "008613900000001, 13900000001",
        "13900000001, 13900000001",
        "(021) 1234-5678, 02112345678",
        "anonymous, ''",
        "+49 30 123456, 4930123456"
    })
    void numbers_have_one_spelling(String raw, String expected) {
        assertThat(PhoneNumber.normalise(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"lift-01, true", "'', false", "a/b, false", "升降机, false", "a b, false", "A.b_c-9, true"})
    void equipment_ids_are_safe_in_topics_and_paths(String id, boolean valid) {
        assertThat(EquipmentId.isValid(id)).isEqualTo(valid);
    }

    @Test
    void warranty_begins_with_the_later_date_and_covers_its_last_day() {
        Warranty warranty =
                new Warranty(LocalDate.parse("2024-01-10"), LocalDate.parse("2024-02-01"), Period.ofMonths(36));

        assertThat(warranty.from()).contains(LocalDate.parse("2024-02-01"));
        assertThat(warranty.covers(LocalDate.parse("2024-01-31"))).isFalse();
        assertThat(warranty.covers(LocalDate.parse("2027-01-31"))).isTrue();
        assertThat(warranty.covers(LocalDate.parse("2027-02-01"))).isFalse();
    }
}
