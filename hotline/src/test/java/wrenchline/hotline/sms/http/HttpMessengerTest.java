package wrenchline.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.config.Secret;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Messenger.Lookup;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.FakeWeb;
import wrenchline.hotline.sms.FakeWeb.Answer;
import wrenchline.hotline.sms.RecordedInbox;
import wrenchline.hotline.sms.Sample;

class HttpMessengerTest {

    private static final String JSON = "{\"to\": \"+86{to}\", \"text\": \"{text}\", \"reference\": \"{id}\"}";
    private static final String FORM = "To=%2B86{to}&Body={text}&Reference={id}";

    private final FakeWeb web = new FakeWeb();

    HttpMessengerTest() throws IOException {}

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void no_text_breaks_out_of_a_json_body() {
        web.answer(asked -> new Answer(201, "{\"sid\":\"SM1\"}"));
        Notice notice = Sample.notice("a \"quoted\" \\ text\nof two lines, {to}");
        assertThat(messenger(JSON, false).submit(notice)).isEqualTo(new Submission.Accepted(List.of("SM1")));
        FakeWeb.Asked asked = web.asked.getFirst();
        assertThat(Web.json(asked.body().getBytes(StandardCharsets.UTF_8))
                        .get("text")
                        .asText())
                .isEqualTo(notice.text());
        assertThat(asked.header("Authorization")).isEqualTo("Bearer sample-token");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void no_text_breaks_out_of_a_form() {
        web.answer(asked -> new Answer(200, "{\"sid\":\"SM1\"}"));
        messenger(FORM, false).submit(Sample.notice("a & b=c 中"));
        assertThat(web.asked.getFirst().body()).contains("Body=a+%26+b%3Dc+%E4%B8%AD&");
    }

    @ParameterizedTest
    @CsvSource({
        "429, NotNow",
        "503, NotNow",
        "400, NotHere",
        "401, NotHere",
        "500, Unclear",
        "504, Unclear",
        "0, Unclear"
    })
    void each_status_means_something_else(int status, String expected) {
        web.answer(asked -> new Answer(status, ""));
        assertThat(messenger(JSON, false).submit(Sample.notice("…")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void a_server_that_is_not_there_has_nothing() {
        HttpMessenger messenger = messenger(JSON, false);
        web.close();
        assertThat(messenger.submit(Sample.notice("…"))).isInstanceOf(Submission.NotNow.class);
    }

    @Test
    void it_is_asked_by_our_id_what_became_of_a_message() {
        Notice notice = Sample.notice("…");
        HttpMessenger messenger = messenger(JSON, false);
        web.answer(asked -> new Answer(404, ""));
        assertThat(messenger.ask(notice, List.of())).isEqualTo(new Lookup.Never());
        web.answer(asked -> new Answer(200, "{\"sid\":\"SM1\",\"status\":\"Delivered\"}"));
        assertThat(messenger.ask(notice, List.of())).isEqualTo(new Lookup.Has(List.of("SM1"), Outcome.DELIVERED));
        assertThat(web.asked.getLast().path()).isEqualTo("/messages/" + notice.id());
        web.answer(asked -> new Answer(500, ""));
        assertThat(messenger.ask(notice, List.of())).isInstanceOf(Lookup.Silent.class);
    }

    @Test
    void who_knows_our_id_again_can_be_sent_it_twice() {
        SmsProvider.Http settings = settings(JSON, true, "");
        assertThat(new HttpMessenger(settings).ask(Sample.notice("…"), List.of()))
                .isEqualTo(new Lookup.Never());
    }

    @Test
    void posted_receipts_and_messages_are_understood_as_form_and_as_json() throws Exception {
        RecordedInbox inbox = new RecordedInbox();
        HttpMessenger messenger = messenger(JSON, false);
        BiFunction<String, String, Boolean> post = (type, body) -> messenger
                .take(type, body.getBytes(StandardCharsets.UTF_8), inbox)
                .isPresent();

        assertThat(post.apply("application/x-www-form-urlencoded", "sid=SM1&status=delivered&to=%2B8613800000001"))
                .isTrue();
        assertThat(inbox.receipts.take())
                .isEqualTo(new Receipt("web", List.of("SM1"), "+8613800000001", Outcome.DELIVERED));
        assertThat(post.apply("application/json", "[{\"sid\":\"SM2\",\"status\":\"undelivered\"}]"))
                .isTrue();
        assertThat(inbox.receipts.take().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(post.apply("application/x-www-form-urlencoded", "sid=SM9&from=13800000001&body=%E6%8E%A5+4827"))
                .isTrue();
        assertThat(inbox.messages.take()).isEqualTo(new Incoming("web", "13800000001", "接 4827"));
        assertThat(post.apply("application/json", "{\"hello\":1}")).isFalse();
        assertThat(post.apply("application/json", "no json")).isFalse();
        assertThat(messenger.isSecret("push-secret")).isTrue();
        assertThat(messenger.isSecret("push-secre")).isFalse();
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(messenger.isSigned(body, "99661f2ad0a42e2e5ea7c2e36ff27bb4ad3dd4c3ebb0b4d6ffb1f1a3ac7d5bd8"))
                .isFalse();
        assertThat(messenger.isSigned(body, "1088ee2f414fefce9f21bccde7512be615242fd13abf91583250a12f744f8d64"))
                .isTrue();
    }

    private HttpMessenger messenger(String body, boolean idempotent) {
        return new HttpMessenger(settings(body, idempotent, web.address() + "/messages/{id}"));
    }

    private SmsProvider.Http settings(String body, boolean idempotent, String lookup) {
        return new SmsProvider.Http(
                "web",
                web.address() + "/messages",
                Map.of("Authorization", new Secret("Bearer sample-token")),
                body,
                "/sid",
                idempotent,
                lookup,
                "/status",
                new SmsProvider.Http.Statuses(
                        List.of("delivered"), List.of("undelivered", "failed"), List.of("expired")),
                1000,
                Duration.ofSeconds(10),
                new SmsProvider.Http.Callback(new Secret("push-secret"), "sid", "status", "to", "from", "body"));
    }
}
