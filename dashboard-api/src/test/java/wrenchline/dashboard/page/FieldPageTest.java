package wrenchline.dashboard.page;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.desk.FieldAction;
import wrenchline.core.desk.FieldDesk;
import wrenchline.core.duty.StaffId;
import wrenchline.core.notice.TicketLinks;
import wrenchline.core.ticket.TicketId;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** The engineer's page of one ticket, at the size of a telephone, in a real Chromium. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class FieldPageTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Chromium chromium;

    private SampleServer server;
    private Tab tab;
    private TicketId ticket;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.shared();
    }

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        server.site.foresee();
        ticket = new TicketId(
                SampleServer.json(server.get("/tickets")).at("/items/0/id").asLong());
        tab = chromium.tab();
        tab.size(390, 844, true);
    }

    @AfterEach
    void stop() {
        tab.close();
        server.close();
    }

    @Test
    void the_link_leaves_no_token_in_the_address_and_the_ticket_is_accepted_with_one_touch() {
        open("e1");
        assertThat(tab.evaluate("location.href").asText()).doesNotContain("/t/");
        assertThat(tab.evaluate("document.cookie").asText()).isEmpty();
        tab.screenshot(PICTURES.resolve("field-zh.png"));
        press("接单");
        tab.until("document.querySelector('#field').dataset.state === 'Accepted'");
        press("出发");
        tab.until("document.querySelector('#field').dataset.state === 'OnTheWay'");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void nothing_typed_is_lost_without_a_network_nor_by_a_reload() {
        arrive("e2");
        open("e2");
        tab.until("document.querySelector('[name=finding]')");
        type("finding", "The filter is blocked");
        tab.open(address() + "/field/index.html");
        tab.until("document.querySelector('[name=finding]')?.value === 'The filter is blocked'");

        tab.offline(true);
        type("solution", "Swapped");
        press("Save");
        tab.until("document.querySelector('.strip').dataset.waiting === '1'");
        type("part", "filter");
        type("serialOut", "A1");
        type("serialIn", "B2");
        press("Enter the part");
        tab.until("document.querySelector('.strip').dataset.waiting === '2'");
        tab.screenshot(PICTURES.resolve("field-offline-en.png"));
        assertThat(events()).doesNotContain("Diagnosed");

        tab.offline(false);
        tab.evaluate("dispatchEvent(new Event('online'))");
        tab.until("document.querySelector('.strip').dataset.waiting === '0'");
        tab.until("document.querySelector('ol').innerText.includes('part swapped')");
        assertThat(events()).contains("Diagnosed", "PartSwapped");
    }

    @Test
    void the_customer_signs_on_the_screen() {
        arrive("e1");
        open("e1");
        tab.until("document.querySelector('canvas')");
        tab.evaluate("document.querySelector('canvas').scrollIntoView({ block: 'center' })");
        tab.drag("canvas");
        type("how", "已更换滤芯");
        type("signedBy", "示例客户");
        tab.screenshot(PICTURES.resolve("field-sign-zh.png"));
        press("完成");
        tab.until("document.querySelector('#field').dataset.state === 'Confirmed'");
        assertThat(events()).contains("Attached", "Resolved", "Confirmed");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void a_link_that_is_over_says_so() {
        tab.open(address() + "/t/AAAAAAAAAAAAAAAAAAAAAAAA");
        tab.until("document.querySelector('.card').innerText.length > 20");
    }

    @Test
    void a_link_that_runs_out_while_somebody_types_says_so_and_a_new_one_brings_back_what_was_typed() {
        arrive("e2");
        open("e2");
        tab.until("document.querySelector('[name=finding]')");
        type("finding", "The filter is blocked");
        server.clock.advance(Duration.ofDays(2));
        tab.evaluate("dispatchEvent(new Event('online'))");
        tab.until("document.querySelector('#field').dataset.expired === 'true'");
        assertThat(tab.evaluate("document.querySelectorAll('form').length").asInt())
                .isZero();
        assertThat(tab.evaluate("document.querySelector('.card').innerText").asText())
                .contains("no longer");
        tab.screenshot(PICTURES.resolve("field-expired-en.png"));
        open("e2");
        tab.until("document.querySelector('[name=finding]')?.value === 'The filter is blocked'");
    }

    /** The language is that of whoever opens it. */
    @ParameterizedTest
    @CsvSource({
        "e1,false,390",
        "e1,true,390",
        "e1,false,1440",
        "e1,true,1440",
        "e2,false,390",
        "e2,true,390",
        "e2,false,1440",
        "e2,true,1440"
    })
    void axe_finds_nothing_by_day_and_by_night_on_a_telephone_and_at_a_desk(String staff, boolean dark, int width) {
        arrive(staff);
        tab.size(width, 844, width < 1000);
        tab.dark(dark);
        open(staff);
        tab.until("document.querySelector('[name=finding]')");
        assertThat(Axe.violations(tab)).isEmpty();
    }

    private void arrive(String engineer) {
        TicketLinks.Pass pass = new TicketLinks.Pass(ticket, new StaffId(engineer), server.clock.instant());
        FieldDesk desk = new FieldDesk(server.site.desk());
        assertThat(desk.act(pass, UUID.randomUUID(), new FieldAction.Accept())).isEmpty();
        assertThat(desk.act(pass, UUID.randomUUID(), new FieldAction.Arrive("")))
                .isEmpty();
    }

    private void open(String engineer) {
        String link = SampleSite.LINKS
                .link(ticket, new StaffId(engineer), server.clock.instant())
                .orElseThrow();
        tab.open(address() + link.substring("http://page".length()));
        tab.until("document.querySelector('#field').dataset.state");
    }

    private String address() {
        return server.address();
    }

    private void press(String label) {
        tab.evaluate("[...document.querySelectorAll('button')].find(button => button.textContent === '" + label
                + "' && button.type === 'submit').click()");
    }

    private void type(String name, String text) {
        tab.evaluate("(() => { const field = document.querySelector('[name=" + name + "]'); field.value = '" + text
                + "'; field.dispatchEvent(new Event('input', { bubbles: true })) })()");
    }

    private List<String> events() {
        return SampleServer.json(server.get("/tickets/" + ticket))
                .path("events")
                .findValuesAsText("type");
    }
}
