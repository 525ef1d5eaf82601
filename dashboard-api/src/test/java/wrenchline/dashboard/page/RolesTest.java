package wrenchline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.dashboard.SampleServer;

/** What each role finds: its own views, nothing that is refused, and no button that it may not press. */
@Tag("peer")
@Tag("chromium")
@Timeout(120)
class RolesTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "roles");

    /** Whatever changes something says what by one of these. */
    private static final String DOES =
            "[data-action], [data-act], [data-quote], [data-clock], [data-change], [data-all], [data-command], input[type=file]";

    private static EveryPage pages;
    private static int accounts;
    private Tab tab;

    @BeforeAll
    static void startSite(@TempDir Path data) {
        pages = new EveryPage(data);
    }

    @AfterAll
    static void stopSite() {
        pages.close();
    }

    @BeforeEach
    void openTab() {
        tab = Chromium.shared().tab();
    }

    /** What is refused is a complaint of the browser's console. */
    @AfterEach
    void closeTab() {
        List<String> complaints = tab.complaints();
        tab.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "customer-service-manager,phone",
        "supervisor,desk",
        "agent,phone",
        "repair-supervisor,desk",
        "engineer,phone",
        "warehouse-keeper,desk",
        "assistant,phone",
        "auditor,desk",
        "customer,phone"
    })
    void a_role_finds_nothing_that_is_refused(String role, String size) {
        signIn(role, size.equals("phone"));
        for (String view : offered()) {
            go(view);
            assertThat(tab.evaluate("document.documentElement.scrollWidth > innerWidth")
                            .asBoolean())
                    .as(view + " is wider than the screen")
                    .isFalse();
            tab.screenshot(PICTURES.resolve(role + "-" + view + ".png"));
        }
        for (String view : List.of("machines/sample-lift-1", "tickets/1001")) {
            go(view);
            tab.screenshot(PICTURES.resolve(role + "-" + view.replace('/', '-') + ".png"));
        }
    }

    @ParameterizedTest
    @CsvSource({"auditor", "customer"})
    void whoever_only_reads_is_offered_nothing_to_do(String role) {
        signIn(role, false);
        List<String> found = new ArrayList<>();
        List<String> views = new ArrayList<>(offered());
        views.addAll(List.of("machines/sample-lift-1", "tickets/1001"));
        // Everybody may choose another password.
        views.remove("account");
        for (String view : views) {
            go(view);
            tab.evaluate("[...document.querySelectorAll('#main').values()].map(main => [...main.querySelectorAll(\""
                            + DOES + "\")].map(one => one.outerHTML.slice(0, 120))).flat()")
                    .forEach(one -> found.add(view + ": " + one.asText()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_customer_sees_its_own_machines_and_promises_and_no_others() {
        signIn("customer", false);
        tab.until("document.querySelectorAll('[data-machine]').length > 0");
        assertThat(text("#own-promises")).contains("响应");
        assertThat(text("#main")).contains("1号双柱举升机").doesNotContain("2号双柱举升机");
        assertThat(offered()).containsExactlyInAnyOrder("now", "machines", "tickets", "promises", "account");
        tab.evaluate("location.hash = '#/quarantine'");
        tab.until("document.querySelector('#main .empty')");
        assertThat(text("#main")).contains("您的角色不能查看此页", "客户");
    }

    private void signIn(String role, boolean phone) {
        String name = "sample." + role + "." + ++accounts;
        String customer = role.equals("customer") ? ",\"customer\":\"sample-garage-a\"" : "";
        JsonNode made = SampleServer.json(
                pages.server.post("/accounts", "{\"name\":\"%s\",\"role\":\"%s\"%s}".formatted(name, role, customer)));
        tab.size(phone ? 390 : 1440, phone ? 844 : 900, phone);
        tab.dark(phone);
        tab.open(pages.server.address() + "/");
        tab.until("document.querySelector('.door form')");
        if (phone) {
            tab.evaluate("document.getElementById('language').click()");
        }
        enter("input[type=text]", name);
        enter("input[type=password]", made.path("password").asText());
        tab.evaluate("document.querySelector('.door .main-action').click()");
        tab.until("document.querySelector('.main h1') && document.querySelector('#live.good')");
    }

    private List<String> offered() {
        List<String> views = new ArrayList<>();
        tab.evaluate("[...document.querySelectorAll('.rail a')].map(link => link.hash.slice(2))")
                .forEach(view -> views.add(view.asText()));
        return views;
    }

    private void go(String view) {
        tab.evaluate("location.hash = '#/" + view + "'");
        tab.until(
                "!document.querySelector('.main > p.quiet, .main > div > p.quiet:only-child') && document.querySelector('#main h1')");
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
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
