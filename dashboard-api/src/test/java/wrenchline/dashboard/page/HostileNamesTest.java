package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.call.CallId;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Names;
import wrenchline.core.equipment.Severity;
import wrenchline.core.equipment.Warranty;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Quarantined;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** Whatever callers, machines and engineers call themselves and write, the page shows it as text and runs none of it. */
@Tag("peer")
@Tag("chromium")
class HostileNamesTest {

    private static final String EVIL = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    @Test
    void names_texts_and_messages_from_outside_stay_text(@TempDir Path data) {
        try (SampleServer server = new SampleServer(data)) {
            UUID held = fill(server);
            Tab tab = Chromium.shared().tab();
            tab.size(1440, 900, false);
            tab.open(server.codes.link(server.address()));
            tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
            List<String> views = List.of(
                    "now",
                    "machines",
                    "machines/sample-evil",
                    "machines/sample-lift-1",
                    "tickets",
                    "tickets/1001",
                    "calls",
                    "messages",
                    "devices",
                    "quarantine",
                    "quarantine/" + held,
                    "ledger");
            int shown = 0;
            for (String view : views) {
                tab.evaluate("location.hash = '#/" + view + "'");
                tab.until("document.querySelector('.main h1')");
                shown += tab.evaluate("document.body.innerText.includes('onerror=')")
                                .asBoolean()
                        ? 1
                        : 0;
                assertThat(tab.evaluate("typeof window.hacked").asText())
                        .as(view)
                        .isEqualTo("undefined");
                assertThat(tab.evaluate("document.querySelectorAll('img[src=x], .main script').length")
                                .asInt())
                        .as(view)
                        .isZero();
            }
            assertThat(shown).as("views that showed it, as text").isGreaterThanOrEqualTo(4);
            tab.close();
        }
    }

    private static UUID fill(SampleServer server) {
        SampleSite site = server.site;
        var now = server.clock.instant();
        Warranty warranty = new Warranty(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), Period.ofYears(3));
        CustomerId customer = new CustomerId("sample-evil");
        site.transactions.run(books -> {
            books.register().put(new Customer(customer, EVIL, EVIL, "zh", List.of("13900000066")));
            books.register()
                    .put(Equipment.reporting(
                            new EquipmentId("sample-evil"),
                            "666",
                            new Names(EVIL, EVIL),
                            "two-post-lift",
                            EVIL,
                            customer,
                            EVIL,
                            warranty));
        });
        site.overheat(71.5);
        server.post(
                "/tickets/1001/acknowledge",
                "{\"by\":\"" + EVIL.replace("\"", "\\\"").substring(0, 60) + "\"}");
        site.devices.keep(new DeviceEvent(SampleSite.LIFT, now, now, EVIL, Severity.MAJOR, EVIL));
        site.calls.began(new CallId("1767578400.17"), EVIL, EVIL, now.minusSeconds(60));
        UUID held = site.hold(
                new Quarantined(
                        UUID.randomUUID(),
                        now,
                        "mqtt:" + EVIL,
                        "equipment/" + EVIL,
                        EVIL.getBytes(StandardCharsets.UTF_8),
                        EVIL),
                "");
        String notice =
                SampleServer.json(server.get("/notices")).at("/items/0/id").asText();
        server.post("/notices/" + notice + "/reply", "{\"text\":\"" + EVIL.replace("\"", "\\\"") + "\"}");
        return held;
    }
}
