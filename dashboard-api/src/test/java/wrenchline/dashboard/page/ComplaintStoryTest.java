package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A letter of complaint at the page, until its customer is content. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class ComplaintStoryTest {

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
    void a_letter_is_entered_flagged_answered_and_settled() {
        pages.go("complaints");
        tab.until("document.querySelector('[data-complaint=\"5001\"]')");
        press("[data-action=new]");
        enter("text", "包装破损");
        send();
        tab.until("location.hash === '#/complaints/5002' && document.querySelector('[data-act=Flagged]')");
        press("[data-act=Flagged]");
        enter("why", "记者来电");
        send();
        tab.until("document.querySelector('[data-event=Flagged]')");
        press("[data-act=Answered]");
        enter("cause", "运输淋雨");
        enter("remedy", "换新");
        send();
        press("[data-act=Settled]");
        tab.until("document.querySelector('[data-event=Settled]')");
        assertThat(tab.evaluate("document.querySelector('#main').innerText").asText())
                .contains("已了结", "紧急", "换新");
        pages.go("complaints");
        tab.until("document.querySelector('[data-complaint=\"5001\"]')");
        assertThat(tab.evaluate("document.querySelector('[data-complaint=\"5002\"]') === null")
                        .asBoolean())
                .as("what is settled is left out")
                .isTrue();
    }

    private void press(String what) {
        tab.until("document.querySelector('" + what + "')");
        tab.evaluate("document.querySelector('" + what + "').click()");
    }

    private void enter(String field, String text) {
        tab.until("document.querySelector('form.entry [name=" + field + "]')");
        tab.evaluate("(field => { field.value = '" + text
                + "'; field.dispatchEvent(new Event('input')) })(document.querySelector('form.entry [name=" + field
                + "]'))");
    }

    private void send() {
        tab.evaluate("document.querySelector('form.entry').requestSubmit()");
    }
}
