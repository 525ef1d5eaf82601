package wrenchline.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wrenchline.hotline.audit.CallAudit;
import wrenchline.testkit.phone.PhoneCall;

/** What Asterisk counted is what the log has, whatever the tests before this one did. */
@Tag("peer")
@Tag("asterisk")
@Isolated("everything must be over")
class AuditTest {

    private static House house;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @Test
    void asterisks_own_records_agree_with_the_call_log_and_a_call_that_is_not_logged_is_named() throws Exception {
        String engineer = House.freshNumber();
        Owed owed = Owed.to(house, engineer);
        PhoneCall staff = house.phones.rings(engineer).answer();
        house.rows.prompt(owed.attempt().toString(), "staff-offer");
        staff.hangUp();
        House.until(
                "the leg is in the journal", () -> !owed.events("NotAccepted").isEmpty());
        Path run = house.folder.resolve("asterisk");
        House.until("Asterisk has written its records", () -> audit(run).recorded() > 0);
        CallAudit.Report report = audit(run);
        assertThat(report.flaws()).isEmpty();
        assertThat(report.recorded()).isEqualTo(report.logged());
        assertThat(report.attempts()).isPositive();
        assertThat(audit(withOneCallMore(run)).flaws())
                .containsExactly("call hotline-1.1 from '13700000009' at 2026-01-01T00:00:00Z is not in the log");
    }

    private Path withOneCallMore(Path run) throws IOException {
        for (String file : new String[] {"log/cdr-custom/cdr.csv", "log/cel-custom/cel.csv"}) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(run.resolve(file), folder.resolve(file));
        }
        Files.writeString(
                folder.resolve("log/cdr-custom/cdr.csv"),
                "\"hotline-1.1\",\"hotline-1.1\",0,\"13700000009\",\"4008001234\",\"hotline\",\"a\",\"\",\"2026-01-01 00:00:00\",\"\","
                        + "\"2026-01-01 00:00:01\",1.0,0.0,NO ANSWER,\"hotline\"\n",
                StandardOpenOption.APPEND);
        return folder;
    }

    private static CallAudit.Report audit(Path run) {
        try {
            return new CallAudit(house.database.transactions(), house.database.calls()).of(run, Instant.now());
        } catch (IOException unreadable) {
            throw new IllegalStateException("auditing", unreadable);
        }
    }
}
