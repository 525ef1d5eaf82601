package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;

/** What a desk does with a ticket, in a real Chromium. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class TicketDeskTest {

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
    void a_ticket_is_entered_assigned_with_a_reason_and_merged_by_the_desk() {
        pages.go("tickets");
        click("[data-action=new]");
        tab.until("document.activeElement.matches('[data-new-ticket] textarea')");
        enter("[name=text]", "lift stands still");
        enter("[name=equipment]", "sample-lift-2");
        enter("[name=name]", "Sample caller");
        click("[data-new-ticket] .main-action");
        tab.until("location.hash.startsWith('#/tickets/') && document.querySelector('[data-action=Assigned]')");
        assertThat(text("#main")).contains("lift stands still", "Sample caller", "2号双柱举升机");
        click("[data-action=Assigned]");
        tab.until("document.querySelectorAll('[data-deed] option').length === 2");
        assertThat(text("[data-deed] select")).containsPattern("示例工程师甲 · (本|外)区域 · 在办 \\d · 路程 ");
        enter("[name=to]", "e2");
        enter("[name=reason]", "knows the customer");
        click("[data-deed] .main-action");
        tab.until("document.querySelector('.story').textContent.includes('knows the customer')");
        assertThat(text(".story")).contains("Sample engineer B");
        tab.screenshot(Path.of("target", "screenshots", "ticket-desk.png"));
        click("[data-action=more]");
        tab.until("document.querySelector('[data-action=Merged]')");
        click("[data-action=Merged]");
        tab.until("document.querySelector('[name=into]')");
        enter("[name=into]", "1001");
        click("[data-deed] .main-action");
        tab.until("document.querySelector('.head .badge').textContent === '已合并'");
        assertThat(tab.evaluate("document.querySelectorAll('[data-action]').length")
                        .asInt())
                .isZero();
    }

    @Test
    void escape_leaves_a_form_and_the_focus_returns_to_what_opened_it() {
        pages.go("tickets/1001");
        tab.until("document.querySelector('[data-action=resolve]')");
        click("[data-action=resolve]");
        tab.until("document.activeElement.matches('[data-deed] [name=how]')");
        tab.press("Escape");
        tab.until("document.activeElement.matches('[data-action=resolve]')");
    }

    @Test
    void a_repair_is_quoted_and_the_customer_agrees() {
        var seal = new Part("seal-kit", new Names("密封件", "Seal kit"), List.of(), "", "", 3, "", 12_050L);
        pages.server.site.transactions.run(books -> books.parts().put(seal));
        pages.go("tickets/1001");
        tab.until("document.querySelector('[data-entitlement]')");
        click("[data-quote=make]");
        tab.until("document.activeElement.matches('[name=part]')");
        enter("[name=part]", "seal-kit");
        enter("[name=labour]", "80");
        click("#quote form .main-action");
        tab.until("document.querySelector('[data-quote=consent]')");
        assertThat(text("#quote")).contains("seal-kit", "等待客户确认");
        tab.screenshot(Path.of("target", "screenshots", "quote.png"));
        click("[data-quote=consent]");
        tab.until("!document.querySelector('[data-quote=consent]')");
        assertThat(text("#quote")).contains("客户同意");
    }

    @Test
    void a_photo_is_added_and_shown() {
        pages.go("tickets/1001");
        tab.until("document.querySelector('#attachments input[type=file]')");
        tab.evaluate("""
                new Promise(done => {
                  const canvas = document.createElement('canvas')
                  canvas.toBlob(blob => {
                    const files = new DataTransfer()
                    files.items.add(new File([blob], 'sample photo.png', { type: 'image/png' }))
                    const input = document.querySelector('#attachments input')
                    input.files = files.files
                    input.dispatchEvent(new Event('change'))
                    done()
                  })
                })
                """);
        tab.until("document.querySelector('#attachments img')?.naturalWidth > 0");
        assertThat(text("#attachments")).contains("sample photo.png");
        assertThat(text(".story")).contains("sample photo.png");
    }

    private void click(String selector) {
        tab.evaluate("document.querySelector('" + selector + "').click()");
    }

    private void enter(String selector, String value) {
        tab.evaluate(
                "(input => { input.value = '%s'; input.dispatchEvent(new Event('input')) })(document.querySelector('%s'))"
                        .formatted(value, selector));
    }

    private String text(String selector) {
        return tab.evaluate("document.querySelector('" + selector + "').innerText")
                .asText();
    }
}
