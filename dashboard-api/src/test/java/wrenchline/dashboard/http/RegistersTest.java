package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.duty.Certificate;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Rotation;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.SampleServer;

/** The registers as files, over the real PostgreSQL. */
class RegistersTest {

    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void each_register_goes_out_and_comes_back_without_a_change() throws Exception {
        for (String name : new String[] {"customers", "equipment", "parts", "roster"}) {
            for (String format : new String[] {"csv", "xlsx"}) {
                byte[] file = server.client()
                        .send(
                                server.api("/registers/" + name + "?format=" + format)
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body();
                JsonNode outcome = send(name + "?format=" + format, file);
                assertThat(outcome.path("faults")).as(name + format).isEmpty();
                assertThat(outcome.path("entered").asBoolean()).isTrue();
                assertThat(outcome.path("added").asInt()
                                + outcome.path("changed").asInt())
                        .as(name + format + outcome)
                        .isZero();
            }
        }
    }

    @Test
    void every_bad_line_is_told_and_then_nothing_is_entered() {
        String file = """
                id,phone_code,name_zh,name_en,model,serial_number,customer,site,accepted_on,handed_over_on,warranty_term,modbus_host,modbus_port,modbus_unit
                new-lift-1,901,新举升机,New lift,two-post-lift,S1,sample-garage-a,1,2026-01-01,2026-01-02,P3Y,,,
                bad id,902,新,New,no-such-model,S2,nobody,1,yesterday,2026-01-02,3 years,host,0,
                new-lift-1,903,新,New,two-post-lift,S3,sample-garage-a,1,2026-01-01,2026-01-02,P3Y,,,
                """;
        JsonNode outcome = send("equipment?dryRun=true", file.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.path("faults").findValuesAsText("column"))
                .containsExactlyInAnyOrder(
                        "id", "model", "customer", "accepted_on", "warranty_term", "modbus_port", "");
        assertThat(outcome.path("faults").findValuesAsText("line"))
                .contains("3", "4")
                .doesNotContain("2");
        assertThat(send("equipment", file.getBytes(StandardCharsets.UTF_8))
                        .path("entered")
                        .asBoolean())
                .isFalse();
        assertThat(registered("new-lift-1")).isFalse();
    }

    @Test
    void a_dry_run_enters_nothing_and_the_file_itself_does() {
        String file = "id,name,address,language,phones\nsample-new,示例新客户,示例路9号,zh,13900000009;+8613900000010\n";
        JsonNode dry = send("customers?dryRun=true", file.getBytes(StandardCharsets.UTF_8));
        assertThat(dry.path("added").asInt()).isEqualTo(1);
        assertThat(dry.path("entered").asBoolean()).isFalse();
        assertThat(server.get("/registers/customers").body()).doesNotContain("sample-new");
        assertThat(send("customers", file.getBytes(StandardCharsets.UTF_8))
                        .path("entered")
                        .asBoolean())
                .isTrue();
        assertThat(server.get("/registers/customers").body()).contains("sample-new,示例新客户");
    }

    @Test
    void parts_come_in_and_wrong_columns_are_told() {
        String file = "number,name_zh,name_en,models,unit,place,stock\nP-1,密封圈,Seal,two-post-lift,个,A1,12\n";
        assertThat(send("parts", file.getBytes(StandardCharsets.UTF_8))
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        JsonNode wrong = send("parts", "number,naem\nP-1,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.path("faults").findValuesAsText("column")).contains("naem", "name_zh", "stock");
    }

    @Test
    void what_decides_warranty_and_price_comes_in_and_a_file_that_says_nothing_of_it_changes_nothing() {
        String header = "id,phone_code,name_zh,name_en,model,serial_number,customer,site,accepted_on,handed_over_on,"
                + "warranty_term,modbus_host,modbus_port,modbus_unit";
        String line = "priced-lift,905,新,New,two-post-lift,S1,sample-garage-a,1,,,P3Y,,,";
        String contract = ",maintenance,2026-01-01,2026-12-31";
        assertThat(entered("equipment", header + ",contract,contract_from,contract_until\n" + line + contract + "\n"))
                .isTrue();
        assertThat(entered("equipment", header + "\n" + line.replace("905", "906") + "\n"))
                .isTrue();
        assertThat(server.get("/registers/equipment").body())
                .contains("priced-lift,906,新,New,two-post-lift,S1,sample-garage-a,1,,,P3Y" + contract);

        String customer = "id,name,address,language,phones";
        String fleet = "priced-fleet,示例,路1号,zh,";
        assertThat(entered("customers", customer + ",class,territory\n" + fleet + ",gold,north\n"))
                .isTrue();
        assertThat(entered("customers", customer + "\n" + fleet + "\n")).isTrue();
        assertThat(server.get("/registers/customers").body()).contains(fleet + ",gold,north");

        String part = "number,name_zh,name_en,models,unit,place,stock,component,cost_cents";
        assertThat(entered("parts", part + "\nP-7,泵,Pump,,,,1,pump,120000\nP-8,泵,Pump,,,,1,,\n"))
                .isTrue();
        assertThat(server.get("/registers/parts").body()).contains("P-7,泵,Pump,,,,1,pump,120000", "P-8,泵,Pump,,,,1,,");
    }

    private static boolean entered(String register, String file) {
        return send(register, file.getBytes(StandardCharsets.UTF_8))
                .path("entered")
                .asBoolean();
    }

    @Test
    void a_roster_that_goes_out_and_in_loses_nothing_even_without_the_columns_that_a_file_may_leave_out() {
        Roster before = server.site.transactions.call(books -> {
            Roster plain = books.rosters().current();
            List<StaffMember> staff = plain.staff().stream()
                    .map(one -> new StaffMember(
                            one.id(),
                            one.name(),
                            one.role(),
                            one.phone(),
                            one.language(),
                            List.of("north"),
                            one.role() == StaffMember.Role.MANAGER ? List.of() : List.of("two-post-lift"),
                            List.of(new Certificate("lift-work", "two-post-lift", LocalDate.of(2030, 1, 31)))))
                    .toList();
            List<Shift> shifts = plain.shifts().stream()
                    .map(one -> new Shift(
                            one.name(),
                            one.from(),
                            one.to(),
                            one.order(),
                            Set.of(DayOfWeek.MONDAY),
                            Shift.Holidays.EXCLUDED,
                            new Rotation(LocalDate.of(2026, 1, 5), 7)))
                    .toList();
            Roster whole = new Roster(
                    plain.zone(),
                    staff,
                    shifts,
                    new Roster.Exceptions(Set.of(LocalDate.of(2026, 10, 1)), List.of(), List.of(), List.of()));
            books.rosters().replace(whole);
            return whole;
        });
        String file = server.get("/registers/roster?format=csv").body();
        assertThat(entered("roster", file)).isTrue();
        assertThat(server.site.transactions.<Roster>call(
                        books -> books.rosters().current()))
                .isEqualTo(before);
        String withoutSkills = file.lines()
                .map(line -> line.replaceFirst("language,skills", "language")
                        .replaceFirst("^(staff(,[^,]*){5}),[^,]*", "$1")
                        .replaceFirst("^(shift(,[^,]*){5}),", "$1"))
                .collect(Collectors.joining("\n"));
        assertThat(withoutSkills).doesNotContain("skills", "two-post-lift");
        assertThat(entered("roster", withoutSkills)).isTrue();
        assertThat(server.site.transactions.<Roster>call(
                        books -> books.rosters().current()))
                .isEqualTo(before);
    }

    @Test
    void skills_and_rotation_come_in_by_the_file_and_whom_it_concerns_is_told() {
        String header = "kind,id,name,role,phone,language,skills,from,to,order,rotation_from,rotation_days\n";
        String staff = """
                staff,w1,Sample One,ENGINEER,13800000091,en,,,,,,
                staff,w2,Sample Two,ENGINEER,13800000092,en,two-post-lift,,,,,
                staff,w3,Sample Three,ENGINEER,13800000093,en,none,,,,,
                """;
        assertThat(entered("roster", header + staff + "shift,,all day,,,,,00:00,00:00,w1;w2,,\n"))
                .isTrue();
        assertThat(entered("roster", header + staff + "shift,,all day,,,,,00:00,00:00,w2;w1,2026-01-05,7\n"))
                .isTrue();
        server.site.transactions.run(books -> {
            Roster now = books.rosters().current();
            assertThat(now.find(new StaffId("w1")).orElseThrow().skills()).isNull();
            assertThat(now.find(new StaffId("w2")).orElseThrow().skills()).containsExactly("two-post-lift");
            assertThat(now.find(new StaffId("w3")).orElseThrow().skills()).isEmpty();
            assertThat(now.shifts().getFirst().rotation()).isEqualTo(new Rotation(LocalDate.of(2026, 1, 5), 7));
            assertThat(books.notices().newest(10))
                    .extracting(Tracked::facts)
                    .filteredOn(notice -> notice.kind() == NoticeKind.ROSTER)
                    .extracting(Notice::to)
                    .contains("13800000091", "13800000092");
        });
        String wrong = """
                staff,w1,One,ENGINEER,13800000091,en,no-such-model,,,,,
                shift,,all day,,,,,00:00,00:00,w1,soon,0
                """;
        assertThat(send("roster?dryRun=true", (header + wrong).getBytes(StandardCharsets.UTF_8))
                        .path("faults")
                        .findValuesAsText("column"))
                .containsExactlyInAnyOrder("skills", "rotation_from", "rotation_days");
    }

    @Test
    void a_shift_names_nobody_who_is_not_in_the_file() {
        String file = "kind,id,name,role,phone,language,from,to,order\nshift,,night,,,,20:00,08:00,nobody\n";
        assertThat(send("roster?dryRun=true", file.getBytes(StandardCharsets.UTF_8))
                        .path("faults")
                        .toString())
                .contains("there is no staff 'nobody'");
    }

    private static boolean registered(String id) {
        return server.site
                .transactions
                .call(books -> books.register().find(new EquipmentId(id)))
                .isPresent();
    }

    private static JsonNode send(String path, byte[] file) {
        HttpResponse<String> response = server.send(server.api("/registers/" + path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SampleServer.json(response);
    }
}
