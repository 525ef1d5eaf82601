package wrenchline.hotline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.config.DatabaseSettings;
import wrenchline.config.Secret;
import wrenchline.core.call.CallId;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.hotline.guard.DialGuard.Verdict;
import wrenchline.store.sql.Database;
import wrenchline.testkit.SettableClock;

@Execution(ExecutionMode.SAME_THREAD)
class DialGuardTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T02:00:00Z"));

    @TempDir
    private static Path folder;

    private static Database database;
    private static DialGuard guard;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(
                new DatabaseSettings.Embedded(folder.resolve("database"), new Secret("a password of these tests")),
                Path.of("target/postgres-cache"),
                CLOCK);
        database.transactions().run(books -> {
            books.rosters()
                    .replace(new Roster(
                            ZoneId.of("Asia/Shanghai"),
                            List.of(new StaffMember(
                                    new StaffId("e1"), "Sample", StaffMember.Role.ENGINEER, "8001", "zh")),
                            List.of()));
            books.register()
                    .put(new Customer(
                            new CustomerId("sample"), "Sample", "Sample Road 1", "zh", List.of("02100000001")));
        });
        database.calls().began(new CallId("earlier"), "96888", "4008001234", CLOCK.instant());
        guard = new DialGuard(database.transactions(), database.calls(), new DialGuard.Limits(3, 5), CLOCK);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "8001, PERMITTED",
        "02100000001, PERMITTED",
        "13900000077, PERMITTED",
        "96888, PERMITTED",
        "96889, FOREIGN",
        "0019005550123, FOREIGN",
        "1, FOREIGN",
        "12300000000, FOREIGN",
        "1390000&PJSIP, FOREIGN"
    })
    void only_who_belongs_here_is_dialled(String number, Verdict verdict) {
        assertThat(guard.judge(number)).isEqualTo(verdict);
    }

    @Test
    void nobody_is_dialled_more_often_than_so_many_times_an_hour() {
        String number = "13900000078";
        for (int dial = 0; dial < 3; dial++) {
            assertThat(guard.judge(number)).isEqualTo(Verdict.PERMITTED);
        }
        assertThat(guard.judge(number)).isEqualTo(Verdict.TOO_OFTEN);
        CLOCK.advance(Duration.ofMinutes(61));
        assertThat(guard.judge(number)).isEqualTo(Verdict.PERMITTED);
    }
}
