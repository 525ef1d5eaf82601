package wrenchline.dashboard.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.call.CallId;
import wrenchline.core.call.CallNote;
import wrenchline.core.command.CommandAnswer;
import wrenchline.core.command.CommandId;
import wrenchline.core.desk.CommandDesk;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.Credential;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.Quarantined;
import wrenchline.core.reading.Sequence;
import wrenchline.core.ticket.Actor;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.http.Health;
import wrenchline.dashboard.memory.PaperAuthority;
import wrenchline.dashboard.memory.SampleSite;

/** The page in a real Chromium. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class PageTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Chromium chromium;

    private SampleServer server;
    private Tab tab;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.shared();
    }

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        for (int minute = 60; minute > 0; minute--) {
            server.site.oilTemperature(
                    server.clock.instant().minus(Duration.ofMinutes(minute)), 60 - minute, 72 - minute / 4.0);
        }
        tab = chromium.tab();
        tab.size(1440, 900, false);
    }

    @AfterEach
    void stop() {
        var complaints = tab.complaints();
        tab.close();
        server.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_link_of_the_console_signs_in_and_leaves_no_code_behind() {
        signIn();
        assertThat(tab.evaluate("location.hash").asText()).isEmpty();
        assertThat(tab.evaluate("document.cookie").asText()).isEmpty();
        assertThat(tab.evaluate("document.documentElement.lang").asText()).isEqualTo("zh");
    }

    @Test
    void a_new_ticket_shows_without_reload_in_chinese() {
        signIn();
        tab.evaluate("location.hash = '#/tickets'");
        tab.until("document.querySelector('.empty')");
        tab.evaluate("window.neverReloaded = true");
        server.site.overheat(71.5);
        tab.until("document.querySelector('[data-ticket=\"1001\"] .left')");
        assertThat(text("[data-ticket='1001']")).contains("油温过高", "待接单", "1号双柱举升机", "响应");
        assertThat(tab.evaluate("window.neverReloaded").asBoolean()).isTrue();
        pictures("tickets-zh");
    }

    @Test
    void a_new_ticket_shows_without_reload_in_english() {
        signIn();
        tab.evaluate("document.getElementById('language').click()");
        tab.until("document.documentElement.lang === 'en'");
        tab.evaluate("location.hash = '#/tickets'");
        tab.until("document.querySelector('.empty')");
        server.site.overheat(71.5);
        tab.until("document.querySelector('[data-ticket=\"1001\"] .left')");
        assertThat(text("[data-ticket='1001']")).contains("Oil too hot", "waiting", "Two-post lift 1", "Response");
        assertThat(text("body")).doesNotContainPattern("\\p{IsHan}{2,}.*\\n.*No open ticket");
        pictures("tickets-en");
        tab.open(server.address() + "/");
        tab.until("document.querySelector('.main h1')");
        assertThat(tab.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
    }

    @Test
    void a_machine_shows_its_newest_value_and_its_chart() {
        signIn();
        tab.evaluate("location.hash = '#/machines'");
        tab.until("document.querySelector('[data-machine=\"sample-lift-1\"] canvas')");
        server.site.oilTemperature(server.clock.instant(), 61, 93.4);
        tab.until("document.querySelector('[data-machine=\"sample-lift-1\"] .big').textContent.startsWith('93.4')");
        assertThat(tab.evaluate("document.querySelector('[data-machine=\"sample-lift-1\"]').classList.contains('hot')")
                        .asBoolean())
                .isTrue();
        pictures("machines");
        tab.evaluate("location.hash = '#/machines/sample-lift-1'");
        tab.until(
                "document.querySelectorAll('.metric canvas').length === 2 && document.querySelector('.explorer canvas') && document.querySelector('.facts')");
        pictures("machine");
    }

    @Test
    void a_ticket_is_accepted_and_resolved_by_hand() {
        server.site.overheat(71.5);
        signIn();
        tab.evaluate("location.hash = '#/tickets/1001'");
        tab.until("document.querySelector('.button.main-action')");
        tab.evaluate("document.querySelector('.button.main-action').click()");
        tab.until("document.querySelector('[data-action=resolve].main-action')");
        assertThat(text(".story")).contains("服务台 接单");
        tab.evaluate("document.querySelector('.button.main-action').click()");
        tab.until("document.querySelector('.field input')");
        enter(".field input", "oil changed");
        tab.evaluate("document.querySelector('form .main-action').click()");
        tab.until("document.querySelector('.timeline').textContent.includes('oil changed')");
        pictures("ticket");
    }

    @Test
    void a_start_is_inhibited_after_a_second_thought_and_the_devices_answer_shows() {
        signIn();
        tab.evaluate("location.hash = '#/machines/sample-lift-1'");
        tab.until("document.querySelector('[data-command=InhibitStart]')");
        tab.evaluate("document.querySelector('[data-command=InhibitStart]').click()");
        tab.until("document.activeElement.matches('[data-asking=InhibitStart] input')");
        assertThat(text("[data-asking]")).contains("不能再启动");
        enter("[data-asking] input", "arm cracked");
        pictures("command");
        tab.evaluate("document.querySelector('[data-asking] .main-action').click()");
        tab.until("document.querySelector('[data-order=InhibitStart] .badge.warn')");
        assertThat(text("[data-order]")).contains("arm cracked", "待发", "服务台");
        var command = SampleServer.json(server.get("/equipment/sample-lift-1/commands"))
                .at("/items/0/id")
                .asText();
        new CommandDesk(server.site.desk)
                .answered(new CommandAnswer(
                        SampleSite.LIFT, new CommandId(UUID.fromString(command)), false, "somebody is under it"));
        tab.until("document.querySelector('[data-order] .badge.bad')");
        tab.evaluate("document.querySelector('[data-order] summary').click()");
        tab.until("document.querySelector('[data-order] .timeline li')");
        assertThat(text("[data-order]")).contains("已拒绝", "被拒绝：somebody is under it");
        pictures("commands");
    }

    @Test
    void a_limit_is_set_within_what_the_model_allows() {
        signIn();
        tab.evaluate("location.hash = '#/machines/sample-lift-1'");
        tab.until("document.querySelector('[data-command=SetLimit]')");
        tab.evaluate("document.querySelector('[data-command=SetLimit]').click()");
        tab.until("document.querySelector('[data-asking=SetLimit] input')");
        assertThat(text("[data-asking]")).contains("油温 · 油温过高", "62 至 75 °C");
        enter("[data-asking] input", "66.5");
        tab.evaluate("document.querySelector('[data-asking] .main-action').click()");
        tab.until("document.querySelector('[data-order=SetLimit]')");
        assertThat(text("[data-order]")).contains("油温 · 油温过高设为 66.5 °C");
    }

    @Test
    void a_reply_is_sent_from_the_outbox() {
        server.site.overheat(71.5);
        signIn();
        tab.evaluate("location.hash = '#/messages'");
        tab.until("document.querySelector('.reply input')");
        tab.evaluate("document.querySelector('.reply input').focus()");
        tab.until("document.querySelector('.reply input').value.includes('4827')");
        tab.evaluate("document.querySelector('.reply button').click()");
        tab.until("document.querySelector('.toast')");
        assertThat(SampleServer.json(server.get("/tickets/1001"))
                        .at("/state/type")
                        .asText())
                .isEqualTo("Accepted");
        pictures("messages");
    }

    @Test
    void a_message_in_quarantine_is_repaired_and_goes_through_once_more() {
        UUID id = hold("equipment/sample-lift-1/telemetry", "{\"ts\": 1767578400", "not JSON: it ends too early");
        signIn();
        tab.evaluate("location.hash = '#/quarantine'");
        tab.until("document.querySelector('[data-held] a')");
        pictures("quarantine-zh");
        tab.evaluate("document.querySelector('[data-held] a').click()");
        tab.until("document.querySelector('[data-act=mend]')");
        assertThat(text("[data-payload=text]")).isEqualTo("{\"ts\": 1767578400");
        tab.evaluate("document.querySelector('.tabs.fit button:last-child').click()");
        tab.until("document.querySelector('[data-payload=hex]')");
        assertThat(text("[data-payload=hex]")).startsWith("000000  7b 22 74 73");
        tab.evaluate("document.querySelector('[data-act=mend]').click()");
        tab.until("document.querySelector('[data-mend=payload]')");
        enter("[data-mend=payload]", "{\\\"values\\\": {\\\"oil_temp\\\": 61}}");
        pictures("held-mending");
        tab.evaluate("document.querySelector('[data-act=saveAndReplay]').click()");
        tab.until("document.querySelector('.head .badge.accent')");
        assertThat(text(".main")).contains("重放中", "服务台 修复了内容", "服务台 要求重放", "{\"values\": {\"oil_temp\": 61}}");
        assertThat(server.get("/quarantine/" + id).body()).contains("\"state\":\"Ordered\"", "1767578400");
        pictures("held");
    }

    @Test
    void all_messages_of_one_reason_are_discarded_after_a_second_thought() {
        hold("equipment/sample-lift-1/telemetry", "x", "not JSON");
        hold("equipment/sample-lift-2/telemetry", "y", "not JSON");
        UUID other = hold("nonsense", "z", "no such topic");
        signIn();
        tab.evaluate("document.getElementById('language').click()");
        tab.evaluate("location.hash = '#/quarantine'");
        tab.until("document.querySelectorAll('.chips button').length === 2");
        tab.evaluate("document.querySelector('.chips button').click()");
        tab.until("document.querySelectorAll('[data-held]').length === 2");
        tab.evaluate("document.querySelector('[data-all=discard]').click()");
        tab.until("document.querySelector('.ask input')");
        enter(".ask input", "test messages");
        pictures("quarantine-en");
        tab.evaluate("document.querySelector('.ask .main-action').click()");
        tab.until("document.querySelector('.toast')");
        assertThat(text(".toast")).isEqualTo("2 messages discarded");
        assertThat(server.get("/quarantine?state=Waiting").body()).contains(other.toString());
        assertThat(server.get("/quarantine?state=Discarded&limit=1").body()).contains("not JSON", "\"next\":\"2026");
    }

    @Test
    void what_machines_send_is_shown_and_never_run() {
        String evil = "\"'><img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
        UUID id = server.site.hold(
                new Quarantined(
                        UUID.randomUUID(), server.clock.instant(), "mqtt:" + evil, evil, evil.getBytes(UTF_8), evil),
                evil);
        server.site.devices.keep(new DeviceEvent(
                SampleSite.LIFT, server.clock.instant(), server.clock.instant(), evil, Severity.MINOR, evil));
        signIn();
        for (String view : List.of("quarantine", "quarantine/" + id, "machines/sample-lift-1", "ledger", "devices")) {
            tab.evaluate("location.hash = '#/" + view + "'");
            tab.until("document.querySelector('.main h1') && !document.querySelector('.main > p.quiet')");
            tab.evaluate("new Promise(done => setTimeout(done, 300))");
            assertThat(tab.evaluate("window.pwned ?? document.querySelectorAll('.main script, .main img').length")
                            .asInt())
                    .as(view)
                    .isZero();
        }
        tab.evaluate("location.hash = '#/quarantine/" + id + "'");
        tab.until("document.querySelector('[data-payload=text]')");
        assertThat(text("[data-payload=text]")).isEqualTo(evil);
        assertThat(text(".head")).contains("<img src=x");
    }

    @Test
    void the_ledger_shows_that_the_books_balance_which_numbers_are_missing_and_whose_clock_is_wrong() {
        server.site.books(60, new Sequence(90, List.of(new Sequence.Gap(17, 19)), 1, 0, 0), Duration.ofMillis(90_012));
        signIn();
        tab.evaluate("location.hash = '#/ledger'");
        tab.until("document.querySelector('[data-balance=yes]')");
        tab.until("document.querySelector('[data-standing=sample-lift-1]')");
        assertThat(text("[data-account=sample-lift-1]")).contains("60", "平衡");
        assertThat(text("[data-standing=sample-lift-1]")).contains("17–19", "慢 1分 30秒");
        pictures("ledger-zh");
        tab.evaluate("document.getElementById('language').click()");
        tab.until("document.querySelector('[data-standing]').innerText.includes('slow')");
        pictures("ledger-en");
    }

    @Test
    void an_unknown_machine_is_approved_and_gets_a_password_that_is_shown_once() {
        server.site.devices.heard(new EquipmentId("lift-77"), server.clock.instant());
        server.site.devices.heard(new EquipmentId("lift-78"), server.clock.instant());
        new DeviceDesk(server.site.desk, new PaperAuthority())
                .tell(
                        new EquipmentId("lift-78"),
                        new AccountEvent.Enrolled(
                                new Actor.Operator("Li"),
                                Credential.Token.of("t", server.clock.instant()),
                                List.of("plant/#")));
        server.site.listUnknown("lift-77");
        signIn();
        tab.evaluate("location.hash = '#/devices'");
        tab.until("document.querySelector('[data-device=\"lift-77\"] [data-act=approve]')");
        assertThat(text("[data-device='lift-77']")).contains("待批准");
        assertThat(text("[data-device='lift-78']")).contains("已批准", "令牌", "plant/#");
        pictures("devices-zh");
        tab.evaluate("document.querySelector('[data-device=\"lift-77\"] [data-act=approve]').click()");
        tab.until("document.querySelector('[data-device=\"lift-77\"] [data-act=enrol]')");
        tab.evaluate("document.querySelector('[data-device=\"lift-77\"] [data-act=enrol]').click()");
        tab.until("document.querySelector('[data-device=\"lift-77\"] form .main-action')");
        tab.evaluate("document.querySelector('[data-device=\"lift-77\"] form .main-action').click()");
        tab.until("document.querySelector('[data-handout] code')");
        assertThat(text("[data-handout]")).contains("lift-77", "只显示这一次");
        pictures("devices-handout");
        tab.evaluate("document.querySelector('[data-handout] button').click()");
        tab.until("!document.querySelector('[data-handout]')");
        tab.evaluate("document.querySelector('[data-device=\"lift-77\"] [data-act=revoke]').click()");
        tab.until("document.querySelector('.ask input')");
        enter(".ask input", "sold");
        tab.evaluate("document.querySelector('.ask .main-action').click()");
        tab.until("document.querySelector('[data-device=\"lift-77\"] .badge.bad')");
    }

    private UUID hold(String topic, String payload, String reason) {
        return server.site.hold(
                new Quarantined(
                        UUID.randomUUID(),
                        server.clock.instant(),
                        "mqtt:some client",
                        topic,
                        payload.getBytes(UTF_8),
                        reason),
                "sample-lift-1");
    }

    @Test
    void a_call_shows_who_is_being_rung() {
        signIn();
        tab.evaluate("location.hash = '#/calls'");
        server.site.call("1.1", "13900000001", "201", Duration.ZERO);
        server.site.sweep();
        tab.until("document.querySelector('.ringing')");
        assertThat(text("[data-callback]")).contains("13900000001", "示例工程师甲");
        pictures("calls");
    }

    @Test
    void an_operator_takes_a_callback_over_at_the_switchboard() {
        server.site.call("1.1", "13900000001", "101", Duration.ofMinutes(20));
        server.site.calls.began(new CallId("1.2"), "13900000002", "4008001234", server.clock.instant());
        server.site.calls.note(new CallId("1.2"), new CallNote.Reached("DESCRIBE_FAULT"));
        signIn();
        tab.evaluate("location.hash = '#/switchboard'");
        tab.until("document.querySelector('[data-owed] [data-act=takeOver]') && document.querySelector('[data-live]')");
        tab.evaluate("document.querySelector('[data-act=takeOver]').click()");
        tab.until("document.querySelector('[data-owed] select')");
        tab.evaluate("{ const select = document.querySelector('[data-owed] select'); select.selectedIndex = 1;"
                + " select.dispatchEvent(new Event('change', { bubbles: true })) }");
        tab.evaluate("document.querySelector('[data-owed] form').requestSubmit()");
        tab.until("document.querySelector('[data-owed] ul')");
        assertThat(text("[data-owed]"))
                .contains("13900000001", "剩", "正在响铃", "接管了回电")
                .doesNotContain("undefined");
        pictures("switchboard");
    }

    @Test
    void a_kept_callback_shows_its_proof() {
        server.site.call("1.1", "13900000001", "201", Duration.ofMinutes(3));
        server.site.calledBack(Duration.ofMinutes(2));
        signIn();
        tab.evaluate("location.hash = '#/tickets/1001'");
        tab.until("document.querySelector('[data-evidence=Recorded] audio')");
        assertThat(text(".proof"))
                .contains("示例工程师甲", "同时在线 43 秒", "接受回电", "确认已得到答复", "正常挂机", "000000000000…")
                .doesNotContain("undefined", "NaN");
        assertThat(text(".grades .reached")).contains("A 级", "客户还按键确认");
        pictures("proof-zh");
        tab.evaluate("document.getElementById('language').click()");
        tab.until("document.querySelector('.proof').innerText.includes('43 s together')");
        assertThat(text(".proof")).contains("confirms to have been helped").doesNotContain("undefined", "NaN");
        pictures("proof-en");
    }

    @Test
    void evidence_of_kinds_that_come_later_is_shown_as_it_came() {
        server.site.call("1.1", "13900000001", "201", Duration.ofMinutes(3));
        signIn();
        tab.evaluate("""
                (real => { window.fetch = async (path, options) => {
                  if (!path.endsWith('/evidence')) return real(path, options)
                  const entry = evidence => ({ sequence: 1, at: '2026-01-05T02:00:00Z', hash: 'ab', evidence })
                  return Response.json({ items: [
                    entry({ type: 'Teleported', whither: 'Mars' }), entry({ type: 'LegEnded', status: 'WARPED', cause: 99 }),
                    entry({ type: 'KeysPressed', channel: 'x', keys: '7', meaning: 'sings' }), entry({ type: 'OnDuty' })] })
                } })(window.fetch); location.hash = '#/tickets/1001'
                """);
        tab.until("document.querySelectorAll('[data-evidence]').length === 4");
        assertThat(text(".proof"))
                .contains("Teleported", "Mars", "WARPED", "sings")
                .doesNotContain("undefined");
    }

    @Test
    void everything_is_reached_and_done_with_the_keyboard_alone() {
        server.site.overheat(71.5);
        signIn();
        assertThat(tab.evaluate("document.title").asText()).startsWith("(1) ");
        tab.evaluate("location.hash = '#/machines'");
        tab.until("document.querySelector('[data-machine]')");
        focusBy("Tab", "document.activeElement.className === 'skip'");
        tab.press("Enter");
        tab.until("document.activeElement.id === 'main'");
        focusBy("Tab", "document.activeElement.dataset.machine === 'sample-lift-1'");
        assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                        .asText())
                .isEqualTo("solid");
        pictures("keyboard");
        tab.press("Enter");
        tab.until("location.hash === '#/machines/sample-lift-1' && document.activeElement.id === 'main'");
        tab.press("Escape");
        tab.until("document.activeElement.dataset.machine === 'sample-lift-1'");
        tab.evaluate("location.hash = '#/tickets/1001'");
        tab.until("document.querySelector('[data-action=resolve]')");
        focusBy("Tab", "document.activeElement.dataset.action === 'resolve'");
        tab.press("Enter");
        tab.until("document.activeElement.matches('.field input')");
        tab.press("Escape");
        tab.until("document.activeElement.dataset.action === 'resolve'");
        tab.press("Escape");
        tab.until("document.activeElement.matches('[data-ticket] a')");
    }

    @Test
    void the_page_says_plainly_that_the_hotline_is_down_and_why_and_what_to_do() {
        signIn();
        tab.until("document.querySelector('[data-part=hotline]')");
        assertThat(text("[data-part=hotline]")).contains("服务热线", "./start", "Asterisk is not installed");
        server.parts = List.of(
                Health.Part.down("database", true, "does not answer"),
                Health.Part.down(
                        "hotline", false, "listening for SIP on 127.0.0.1:5060: Address already in use (Bind failed)"));
        tab.until("document.querySelector('[data-part=database]')");
        assertThat(text("[data-part=database]")).contains("PostgreSQL", "does not answer");
        assertThat(text("[data-part=hotline]")).contains("端口 127.0.0.1:5060 已被其他程序占用");
        pictures("health");
    }

    private void enter(String selector, String value) {
        tab.evaluate(
                "(input => { input.value = '%s'; input.dispatchEvent(new Event('input')) })(document.querySelector('%s'))"
                        .formatted(value, selector));
    }

    private void focusBy(String key, String there) {
        for (int pressed = 0; pressed < 40; pressed++) {
            tab.press(key);
            if (tab.evaluate(there).asBoolean()) {
                return;
            }
        }
        throw new AssertionError(there + " was not reached with " + key);
    }

    private void signIn() {
        tab.open(server.codes.link(server.address()));
        tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
    }

    private String text(String selector) {
        return tab.evaluate("document.querySelector(\"" + selector + "\").innerText")
                .asText();
    }

    private void pictures(String name) {
        tab.screenshot(PICTURES.resolve(name + "-light.png"));
        tab.dark(true);
        tab.screenshot(PICTURES.resolve(name + "-dark.png"));
        tab.size(390, 844, true);
        tab.screenshot(PICTURES.resolve(name + "-phone.png"));
        tab.size(1440, 900, false);
        tab.dark(false);
    }
}
