package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages, in a real Chromium. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class StoriesTest {

    private EveryPage pages;
    private Tab tab;

    @BeforeEach
    void start(@TempDir Path data) {
        pages = new EveryPage(data);
        tab = pages.tab;
        pages.signIn();
    }

    @AfterEach
    void stop() {
        var complaints = tab.complaints();
        pages.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_first_look_shows_the_promise_that_breaks_next_who_calls_and_which_machine_fails_next() {
        tab.until("document.querySelector('[data-owed]')");
        assertThat(text("[data-owed]")).contains("回电", "1004").containsPattern("0[0-4]:\\d\\d");
        tab.until("document.querySelector('#live-calls [data-call] .badge.accent')");
        assertThat(text("#live-calls")).contains("13900000009", "故障留言");
        tab.until("document.querySelectorAll('[data-risk]').length === 2");
        assertThat(text("[data-risk=sample-lift-1]")).contains("油温", "已越限", "当前");
        assertThat(text("[data-risk=sample-compressor-1]")).contains("冷却器：效率降低", "当前", "排气温度将达到 105 °C", "2.1–5 天");
        assertThat(tab.evaluate("document.querySelectorAll('[data-risk]')[0].dataset.risk")
                        .asText())
                .isEqualTo("sample-lift-1");
        pages.server.clock.advance(Duration.ofMinutes(6));
        pages.server.site.sweep();
        tab.until("document.querySelector('[data-broken]')");
        assertThat(text("[data-broken]")).contains("回电");
    }

    @Test
    void history_is_zoomed_by_wheel_drag_and_keys_and_the_address_tells_where_one_is() {
        pages.go("machines/sample-lift-1");
        tab.until("document.querySelector('.explorer .u-over')");
        tab.until("document.querySelector('[data-preset=\\'1h\\'][aria-pressed=true]')");
        tab.wheel(".explorer .u-over", -400);
        tab.until("/last=\\d+/.test(location.hash) && !location.hash.includes('last=3600')");
        double nearer = last();
        assertThat(nearer).isLessThan(3000);
        tab.evaluate("document.querySelector('.chart.big').focus()");
        tab.press("+");
        tab.until("Number(new URLSearchParams(location.hash.split('?')[1]).get('last')) < " + nearer);
        tab.press("ArrowLeft");
        tab.until("/from=/.test(location.hash)");
        assertThat(tab.evaluate("document.querySelector('[data-tool=now]').disabled")
                        .asBoolean())
                .isFalse();
        tab.press("0");
        tab.until("/last=/.test(location.hash)");
        tab.drag(".explorer .u-over", 0.25, 0.5);
        tab.until("/from=/.test(location.hash)");
        assertThat(tab.evaluate("(q => q.get('to') - q.get('from'))(new URLSearchParams(location.hash.split('?')[1]))")
                        .asDouble())
                .isLessThan(nearer);
        tab.evaluate("document.querySelector('[data-preset=\\'7d\\']').click()");
        tab.until("document.querySelector('[data-preset=\\'7d\\'][aria-pressed=true]')");
        tab.evaluate("document.querySelector('.points summary').click()");
        tab.until("document.querySelectorAll('.points tbody tr').length > 1");
        assertThat(text(".points thead")).contains("最小", "最大", "°C");
    }

    @Test
    void two_fingers_zoom_on_a_telephone() {
        tab.size(390, 844, true);
        pages.go("machines/sample-lift-1");
        tab.until("document.querySelector('.explorer .u-over')");
        tab.pinch(".explorer .u-over", 60, 180);
        tab.until("/last=\\d+/.test(location.hash) && !location.hash.includes('last=3600')");
        assertThat(last()).isBetween(600.0, 2400.0);
    }

    @Test
    void a_predicted_curve_leads_beyond_now_with_its_band() {
        pages.go("machines/sample-compressor-1");
        tab.until("document.querySelector('[data-metric=discharge_temp]')");
        tab.evaluate("document.querySelector('[data-metric=discharge_temp]').click()");
        tab.until("document.querySelector('[data-preset=outlook]')");
        tab.evaluate("document.querySelector('[data-preset=outlook]').click()");
        tab.until("Number(new URLSearchParams(location.hash.split('?')[1]).get('to')) > "
                + pages.server.clock.instant().plus(Duration.ofDays(4)).getEpochSecond());
        assertThat(text(".legend")).contains("预测走势", "运行异常", "105 °C 限值");
        tab.screenshot(Path.of("target", "screenshots", "outlook.png"));
    }

    @Test
    void a_machine_a_customer_and_a_ticket_are_found_by_slash() {
        tab.press("/");
        tab.until("document.activeElement.matches('.search input')");
        type("示例车队");
        tab.until("document.querySelector('[data-hit=customers]')");
        assertThat(text("[data-hit=customers]")).contains("示例车队维修站", "13900000002", "3 台设备");
        type("1003");
        tab.until("document.querySelector('[data-hit=tickets]')");
        tab.press("Enter");
        tab.until("location.hash === '#/tickets/1003' && !document.querySelector('dialog')");
        tab.press("/");
        tab.until("document.activeElement.matches('.search input')");
        type("对账");
        tab.until("document.querySelector('[data-hit=pages]')");
        tab.press("Escape");
        tab.until("!document.querySelector('dialog') && location.hash === '#/tickets/1003'");
    }

    @Test
    void single_keys_lead_somewhere_until_they_are_switched_off() {
        tab.press("?");
        tab.until("document.querySelector('.shortcuts input')");
        tab.evaluate("document.querySelector('.shortcuts input').click()");
        tab.evaluate("document.querySelector('.shortcuts .button').click()");
        tab.until("!document.querySelector('dialog')");
        tab.press("/");
        assertThat(tab.evaluate("document.querySelector('dialog') === null").asBoolean())
                .isTrue();
    }

    @Test
    void the_wall_shows_every_machine_and_what_is_beyond_its_limit() {
        pages.go("wall");
        tab.until("document.querySelectorAll('[data-wall]').length === 6");
        assertThat(text("[data-wall=sample-lift-1]")).contains("越限");
        tab.until("document.querySelector('[data-wall=sample-lift-1].hot')");
        assertThat(text(".wall-side")).contains("承诺倒计时", "电话", "风险设备");
        pages.server.site.oilTemperature(pages.server.clock.instant().plusSeconds(1), 90_000, 93.4);
        tab.until("document.querySelector('[data-wall=sample-lift-1] .big').textContent.startsWith('93.4')");
        tab.press("Escape");
        tab.until("location.hash === '#/now'");
    }

    @Test
    void the_colours_stay_as_they_were_chosen() {
        tab.evaluate("document.getElementById('theme').click()");
        tab.until("document.documentElement.dataset.theme === 'light'");
        tab.evaluate("document.getElementById('theme').click()");
        tab.until("document.documentElement.dataset.theme === 'dark'");
        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(14, 17, 22)");
        tab.open(pages.server.address() + "/");
        tab.until("document.querySelector('.main h1')");
        assertThat(tab.evaluate("document.documentElement.dataset.theme").asText())
                .isEqualTo("dark");
    }

    @Test
    void a_broken_promise_is_found_by_clause_and_month_down_to_its_proof() {
        pages.server.clock.advance(Duration.ofMinutes(6));
        pages.server.site.sweep();
        pages.go("promises");
        tab.until("document.querySelector('[data-cell^=hotline].bad')");
        assertThat(text("[data-cell^=hotline]")).isEqualTo("1/2");
        tab.evaluate("document.querySelector('[data-cell^=hotline]').click()");
        tab.until("document.querySelectorAll('[data-kept]').length === 2");
        tab.evaluate("document.querySelectorAll('[data-kept] button')[1].click()");
        tab.until("document.querySelector('[data-kept] [data-evidence=Recorded]')");
        assertThat(text(".grades .reached")).contains("A 级");
        assertThat(tab.evaluate("location.hash").asText()).contains("clause=hotline-callback-30min", "month=2026-01");
    }

    @Test
    void the_roster_shows_who_is_called_first_now_and_in_any_week() {
        pages.go("roster");
        tab.until("document.querySelectorAll('[data-stretch]').length >= 7");
        assertThat(text(".duty")).contains("第 1 位", "示例工程师甲", "13800000001");
        assertThat(text("[data-shift]")).contains("全天", "每 3 天轮换", "示例工程师甲 → Sample engineer B");
        assertThat(text("[data-coverage='0']")).contains("未来 30 天共 43200 分钟，无一缺岗");
        // On leave for a part of Tuesday, and first from Thursday on.
        assertThat(text(".calendar > li:nth-child(2)")).contains("08:00–17:00");
        assertThat(tab.evaluate("document.querySelector('.calendar > li:nth-child(4) [data-stretch]').dataset.stretch")
                        .asText())
                .isEqualTo("e2 e1");
        assertThat(text("[data-person=e1]")).contains("负责区域：示例城区", "示例特种设备证 有效期至 2026-01-20");
    }

    @Test
    void leave_that_leaves_nobody_shows_as_a_gap_at_once() {
        pages.go("roster");
        for (String staff : List.of("e1", "e2")) {
            tab.until("document.querySelector('[data-change=addAbsence]')");
            tab.evaluate("document.querySelector('[data-change=addAbsence]').click()");
            tab.until("document.querySelector('.entry select')");
            enter(".entry [name=staff]", staff);
            enter(".entry [name=from]", "2026-01-07T00:00");
            enter(".entry [name=until]", "2026-01-07T06:00");
            tab.evaluate("document.querySelector('.entry .main-action').click()");
            tab.until("!document.querySelector('.entry')");
        }
        tab.until("document.querySelector('[data-coverage=\\'1\\']') && document.querySelector('.shift.gap')");
        assertThat(text(".calendar")).contains("无人值班");
    }

    @Test
    void a_value_of_the_policy_leads_to_its_line_and_a_change_is_tried_before_it_is_made() {
        pages.go("settings");
        tab.until("document.querySelector('[data-source=\\'clauses[1].within\\']')");
        tab.evaluate("document.querySelector('[data-source=\\'clauses[1].within\\']').click()");
        tab.until("document.querySelector('.lines .here')");
        assertThat(text(".lines .here")).contains("within:");
        tab.evaluate("document.querySelector('[data-act=try]').click()");
        tab.until("document.activeElement.matches('.source textarea')");
        tab.evaluate("""
                (area => { area.value = area.value.replace('within: 30m', 'within: soon'); area.dispatchEvent(new Event('input')) })(document.querySelector('.source textarea'))
                """);
        tab.evaluate("document.querySelector('.source .main-action').click()");
        tab.until("document.querySelector('[data-mistake]')");
        assertThat(text("[data-mistake]"))
                .contains("'clauses[0].within'", "soon")
                .containsPattern("第 \\d+ 行");
        tab.evaluate("""
                (area => { area.value = area.value.replace('within: soon', 'within: 30m'); area.dispatchEvent(new Event('input')) })(document.querySelector('.source textarea'))
                """);
        tab.evaluate("document.querySelector('.source .main-action').click()");
        tab.until("document.querySelector('[data-mistake=none]')");
    }

    @Test
    void a_ticket_tells_in_one_line_of_time_what_was_measured_said_written_and_promised() {
        pages.go("tickets/1003");
        tab.until("document.querySelector('[data-entry=call] [data-call]')");
        assertThat(text(".story")).contains("时限开始计时", "hotline-callback-30min", "13900000001", "已兑现");
        tab.evaluate("document.querySelector('[data-only=clock]').click()");
        tab.until("!document.querySelector('[data-entry=call]')");
        assertThat(tab.evaluate("document.querySelectorAll('[data-entry=clock]').length")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void machines_are_narrowed_down_by_words_and_by_their_customer() {
        pages.go("machines");
        tab.until("document.querySelectorAll('[data-machine]').length >= 6");
        tab.evaluate("""
                (field => { field.value = '空压机 2号'; field.dispatchEvent(new Event('input')) })(document.getElementById('machine-filter'))
                """);
        tab.until("document.querySelectorAll('[data-machine]').length === 1");
        assertThat(text("[data-machine]")).contains("2号螺杆空压机");
        tab.evaluate("""
                (field => { field.value = ''; field.dispatchEvent(new Event('input')) })(document.getElementById('machine-filter'))
                """);
        pages.go("machines?customer=sample-fleet-b");
        tab.until("document.querySelectorAll('[data-machine]').length === 3");
    }

    private double last() {
        return tab.evaluate("Number(new URLSearchParams(location.hash.split('?')[1]).get('last'))")
                .asDouble();
    }

    private void enter(String selector, String value) {
        tab.evaluate(
                "(input => { input.value = '%s'; input.dispatchEvent(new Event('input')) })(document.querySelector('%s'))"
                        .formatted(value, selector));
    }

    private void type(String text) {
        tab.evaluate(
                "(field => { field.value = '%s'; field.dispatchEvent(new Event('input')) })(document.querySelector('.search input'))"
                        .formatted(text));
    }

    private String text(String selector) {
        return tab.evaluate("document.querySelector(\"" + selector + "\").innerText")
                .asText();
    }
}
