package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Clock;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.PromiseMachine;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.warranty.Coverage;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** What people of the desk, the workshop and the office do on the pages; on one site, each with things of their own. */
@Tag("peer")
@Tag("chromium")
@Timeout(60)
class DeskStoriesTest {

    private static EveryPage pages;
    private static Tab tab;

    @BeforeAll
    static void start(@TempDir Path data) {
        pages = new EveryPage(data);
        tab = pages.tab;
        pages.signIn();
    }

    @AfterAll
    static void stop() {
        var complaints = tab.complaints();
        pages.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_clock_of_our_own_is_paused_with_a_reason_and_goes_on() {
        promise(1002, "own-diagnosis-8h", PromiseKind.DIAGNOSIS, Duration.ofHours(8), Clock.INTERNAL);
        pages.go("tickets/1002");
        tab.until("document.querySelector('[data-clock=pause]')");
        click("[data-clock=pause]");
        tab.until("document.querySelector('.entry [name=until]')");
        enter("[name=reason]", "waits for a spare part");
        enter("[name=requestedBy]", "Sample engineer B");
        click(".entry .main-action");
        tab.until("document.querySelector('[data-clock=resume]')");
        assertThat(text("#main")).contains("waits for a spare part", "已暂停");
        click("[data-clock=resume]");
        tab.until("document.querySelector('[data-clock=pause]')");
    }

    @Test
    void a_broken_promise_is_given_its_cause() {
        promise(1003, "parts-1s", PromiseKind.PARTS, Duration.ofSeconds(1), Clock.CONTRACT);
        pages.server.clock.advance(Duration.ofSeconds(2));
        pages.server.site.sweep();
        pages.go("tickets/1003");
        tab.until("document.querySelector('[data-clock=cause]')");
        click("[data-clock=cause]");
        tab.until("document.querySelector('.entry [name=cause]')");
        enter(".entry [name=cause]", "PARTS");
        enter(".entry [name=text]", "the supplier was closed");
        click(".entry .main-action");
        tab.until("document.querySelector('#main').innerText.includes('the supplier was closed')");
    }

    @Test
    void a_machine_shows_its_parts_with_their_warranty_and_takes_documents() {
        pages.server.site.transactions.run(books -> books.coverages()
                .enter(List.of(new Coverage(
                        "two-post-lift", "sample-pump", Period.ofYears(20), LocalDate.of(2020, 1, 1), "letter 7"))));
        pages.go("machines/sample-lift-2");
        tab.until("document.querySelector('[data-part=sample-pump]')");
        assertThat(text("[data-part=sample-pump]")).contains("保内");
        tab.until("document.querySelector('#documents input[type=file]')");
        tab.evaluate("""
                (input => {
                  const files = new DataTransfer()
                  files.items.add(new File(['%PDF-1.7 sample'], 'sample manual.pdf', { type: 'application/pdf' }))
                  input.files = files.files
                  input.dispatchEvent(new Event('change'))
                })(document.querySelector('#documents input'))
                """);
        tab.until("document.querySelector('[data-file=\\'sample manual.pdf\\']')");
        assertThat(text("#documents")).contains("sample manual.pdf", "kB");
    }

    @Test
    void quarantine_is_narrowed_down_by_machine_topic_and_time() {
        pages.go("quarantine");
        tab.until("document.querySelectorAll('[data-held]').length === 1");
        change("[data-filter=topic]", "no/such/topic");
        tab.until("document.querySelector('#main .empty')");
        change("[data-filter=topic]", "sample-lift-2/tele");
        tab.until("document.querySelectorAll('[data-held]').length === 1");
        change("[data-filter=from]", "2026-01-06T00:00");
        tab.until("document.querySelector('#main .empty')");
        // Ten o'clock in the house is two o'clock in UTC.
        change("[data-filter=from]", "2026-01-05T09:00");
        tab.until("document.querySelectorAll('[data-held]').length === 1");
        change("[data-filter=machine]", "sample-lift-9");
        tab.until("document.querySelector('#main .empty')");
        change("[data-filter=machine]", "");
        tab.until("document.querySelectorAll('[data-held]').length === 1");
    }

    @Test
    void the_audit_trail_is_narrowed_down_by_who_what_and_of_what() {
        pages.go("audit");
        tab.until("document.querySelector('[data-audit]')");
        change("[data-filter=operation]", "createAccount");
        tab.until("[...document.querySelectorAll('[data-audit]')].every(row => row.innerText.includes('新建账户'))"
                + " && document.querySelector('[data-audit]')");
        assertThat(text("[data-audit]")).contains("operator", "200");
        change("[data-filter=who]", "nobody");
        tab.until("document.querySelector('#main .empty')");
        change("[data-filter=who]", "operator");
        tab.until("document.querySelector('[data-audit]')");
    }

    @Test
    void where_else_one_is_signed_in_is_seen_and_ended() {
        var elsewhere = pages.server.send(pages.server
                .bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .header("User-Agent", "Sample Browser")
                .POST(BodyPublishers.ofString("{\"token\":\"" + SampleServer.TOKEN + "\"}")));
        String cookie =
                elsewhere.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        pages.go("account");
        tab.until(
                "[...document.querySelectorAll('#sessions li')].some(one => one.innerText.includes('Sample Browser'))");
        click("#sessions [data-act=others]");
        tab.until("document.querySelector('#sessions .ask')");
        click("#sessions .ask .main-action");
        tab.until("document.querySelectorAll('#sessions li').length === 1");
        assertThat(text("#sessions")).contains("本机").doesNotContain("Sample Browser");
        assertThat(pages.server
                        .send(pages.server.bare("/api/v1/session").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_account_is_made_and_its_password_shown_once() {
        pages.go("access");
        tab.until("document.querySelector('#accounts [data-act=create]')");
        click("#accounts [data-act=create]");
        tab.until("document.querySelector('#accounts [name=name]')");
        enter("#accounts [name=name]", "wang.sample");
        enter("#accounts [name=role]", "engineer");
        click("#accounts .entry .main-action");
        tab.until("document.querySelector('[data-account=\\'wang.sample\\'] [data-handout]')");
        assertThat(text("[data-account='wang.sample']")).contains("维修工程师", "只显示这一次");
        click("[data-handout] .button");
        tab.until("!document.querySelector('[data-handout]')");
        click("[data-account='wang.sample'] [data-act=disable]");
        tab.until("document.querySelector('[data-account=\\'wang.sample\\'] .ask')");
        click("[data-account='wang.sample'] .ask .main-action");
        tab.until("document.querySelector('[data-account=\\'wang.sample\\'] [data-act=enable]')");
        assertThat(text("[data-account='wang.sample']")).contains("已停用");
    }

    @Test
    void a_key_is_made_with_scopes_shown_once_and_revoked() {
        pages.go("access");
        tab.until("document.querySelector('#keys [data-act=make]')");
        click("#keys [data-act=make]");
        tab.until("document.querySelector('#keys [name=scopes]')");
        enter("#keys [name=name]", "sample board");
        enter("#keys [name=scopes]", "tickets:read, equipment:*");
        click("#keys .entry .main-action");
        tab.until("document.querySelector('#keys [data-handout] code')");
        String key = text("#keys [data-handout] code");
        assertThat(status(key, "/tickets")).isEqualTo(200);
        assertThat(status(key, "/calls")).isEqualTo(403);
        String row = "[data-key='" + key.split("_", -1)[1] + "']";
        assertThat(text(row)).contains("sample board", "tickets:read", "equipment:*");
        click(row + " [data-act=revoke]");
        tab.until("document.querySelector(\"" + row + " .ask\")");
        click(row + " .ask .main-action");
        tab.until("document.querySelector(\"" + row + "\").innerText.includes('已吊销')");
        assertThat(status(key, "/tickets")).isEqualTo(401);
    }

    @Test
    void a_webhook_is_added_and_what_was_given_up_is_sent_again() {
        pages.go("access");
        tab.until("document.querySelector('[data-dead]')");
        assertThat(text("#dead-letters")).contains("工单 1001", "对方回答 500", "试过 8 次");
        click("[data-dead] [data-act=replay]");
        tab.until("!document.querySelector('[data-dead]')");
        click("#webhooks [data-act=subscribe]");
        tab.until("document.querySelector('#webhooks [name=url]')");
        enter("#webhooks [name=url]", "http://127.0.0.1:9/other");
        click("#webhooks input[value=promise]");
        click("#webhooks .entry .main-action");
        tab.until("document.querySelector('#webhooks [data-handout] code')");
        assertThat(text("#webhooks [data-handout] code")).startsWith("whsec_");
        // The secret is shown at once, the list when it was read again.
        tab.until("document.querySelectorAll('#webhooks [data-webhook]').length === 2");
        assertThat(text("#webhooks")).contains("http://127.0.0.1:9/other");
    }

    @Test
    void a_letter_of_complaint_is_entered_flagged_answered_and_settled() {
        pages.go("complaints");
        tab.until("document.querySelector('[data-complaint=\"5001\"]')");
        press("[data-action=new]");
        fill("text", "包装破损");
        click(".entry .main-action");
        tab.until("location.hash === '#/complaints/5002' && document.querySelector('[data-act=Flagged]')");
        press("[data-act=Flagged]");
        fill("why", "记者来电");
        click(".entry .main-action");
        tab.until("document.querySelector('[data-event=Flagged]')");
        press("[data-act=Answered]");
        fill("cause", "运输淋雨");
        fill("remedy", "换新");
        click(".entry .main-action");
        press("[data-act=Settled]");
        tab.until("document.querySelector('[data-event=Settled]')");
        assertThat(text("#main")).contains("已了结", "紧急", "换新");
        pages.go("complaints");
        tab.until("document.querySelector('[data-complaint=\"5001\"]')");
        assertThat(tab.evaluate("document.querySelector('[data-complaint=\"5002\"]') === null")
                        .asBoolean())
                .as("what is settled is left out")
                .isTrue();
    }

    private static void press(String selector) {
        tab.until("document.querySelector('" + selector + "')");
        click(selector);
    }

    private static void fill(String field, String text) {
        tab.until("document.querySelector('.entry [name=" + field + "]')");
        enter(".entry [name=" + field + "]", text);
    }

    private static void promise(long ticket, String clause, PromiseKind kind, Duration within, Clock clock) {
        SampleSite site = pages.server.site;
        Promise promise = new Promise(
                new PromiseId(UUID.randomUUID()),
                new TicketId(ticket),
                new Clause(clause, kind, within, "示例条款", clock, null, null),
                site.clock.instant(),
                "sample-1");
        site.transactions.run(
                books -> books.promises().open(promise, new PromiseMachine().initial(promise), site.clock.instant()));
    }

    private static int status(String key, String path) {
        return pages.server
                .send(pages.server.bare("/api/v1" + path).header("Authorization", "Bearer " + key))
                .statusCode();
    }

    private static void click(String selector) {
        tab.evaluate("document.querySelector(\"" + selector + "\").click()");
    }

    private static void enter(String selector, String value) {
        set(selector, value, "input");
    }

    private static void change(String selector, String value) {
        set(selector, value, "change");
    }

    private static void set(String selector, String value, String event) {
        tab.evaluate(
                "(input => { input.value = '%s'; input.dispatchEvent(new Event('%s')) })(document.querySelector('%s'))"
                        .formatted(value, event, selector));
    }

    private static String text(String selector) {
        return tab.evaluate("document.querySelector(\"" + selector + "\").innerText")
                .asText();
    }
}
