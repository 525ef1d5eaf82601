package wrenchline.hotline.sms.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import wrenchline.core.notice.Push;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.FakeWeb;
import wrenchline.hotline.sms.FakeWeb.Answer;
import wrenchline.hotline.sms.RecordedInbox;
import wrenchline.hotline.sms.Sample;
import wrenchline.testkit.SettableClock;

class AlibabaTest {

    private final FakeWeb cloud = new FakeWeb();
    private final SettableClock clock = new SettableClock(Sample.NOON);
    private final AlibabaMessenger messenger = new AlibabaMessenger(
            new SmsProvider.Alibaba(
                    "aliyun",
                    URI.create(cloud.address()),
                    "sample-id",
                    new Secret("sample-secret"),
                    "示例售后",
                    List.of(new SmsProvider.Alibaba.Template(
                            "sms.dispatch", "zh", "SMS_100000001", List.of("ticket", "code"))),
                    1000,
                    Duration.ofSeconds(10),
                    new Secret("push-secret")),
            clock);

    AlibabaTest() throws IOException {}

    @AfterEach
    void close() {
        messenger.close();
        cloud.close();
    }

    /** The example of Alibaba Cloud's own page on the signature of version 3. */
    @Test
    void a_request_is_signed_as_the_published_example() {
        Signature signature = new Signature("YourAccessKeyId", new Secret("YourAccessKeySecret"));
        String authorization = signature.authorization(
                Map.of(
                        "host", "ecs.cn-shanghai.aliyuncs.com",
                        "x-acs-action", "RunInstances",
                        "x-acs-content-sha256", Signature.EMPTY,
                        "x-acs-date", "2023-10-26T10:22:32Z",
                        "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                        "x-acs-version", "2014-05-26"),
                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai"));
        assertThat(authorization)
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                        + "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void what_is_sent_is_the_template_with_its_own_fields_and_our_id() {
        cloud.answer(asked -> new Answer(200, "{\"Code\":\"OK\",\"BizId\":\"9006^1\"}"));
        Notice notice = Sample.notice("as the template says");

        assertThat(messenger.submit(notice)).isEqualTo(new Submission.Accepted(List.of("9006^1")));

        FakeWeb.Asked asked = cloud.asked.getFirst();
        assertThat(parameters(asked))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PhoneNumbers", Sample.NUMBER,
                        "SignName", "示例售后",
                        "TemplateCode", "SMS_100000001",
                        "TemplateParam", "{\"code\":\"4827\",\"ticket\":\"1001\"}",
                        "OutId", notice.id().toString()));
        // What the server saw gives the same signature.
        Map<String, String> signed = Stream.of(
                        "host",
                        "x-acs-action",
                        "x-acs-version",
                        "x-acs-date",
                        "x-acs-signature-nonce",
                        "x-acs-content-sha256")
                .collect(Collectors.toMap(name -> name, asked::header));
        assertThat(asked.header("Authorization"))
                .isEqualTo(new Signature("sample-id", new Secret("sample-secret"))
                        .authorization(signed, parameters(asked)));
        assertThat(asked.header("x-acs-action")).isEqualTo("SendSms");
    }

    @ParameterizedTest
    @CsvSource({
        "400, isv.MOBILE_NUMBER_ILLEGAL, Refused",
        "200, isv.BUSINESS_LIMIT_CONTROL, NotNow",
        "400, Throttling.User, NotNow",
        "503, ServiceUnavailable, NotNow",
        "400, isv.SMS_TEMPLATE_ILLEGAL, NotHere",
        "400, isv.AMOUNT_NOT_ENOUGH, NotHere",
        "403, SignatureDoesNotMatch, NotHere",
        "500, InternalError, Unclear",
        "200, isp.SYSTEM_ERROR, Unclear"
    })
    void each_answer_means_something_else(int status, String code, String expected) {
        cloud.answer(asked -> new Answer(status, "{\"Code\":\"" + code + "\"}"));
        assertThat(messenger.submit(Sample.notice("…")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void a_lost_answer_is_unclear_and_the_message_is_found_by_our_id() {
        Notice notice = Sample.notice("…");
        cloud.answer(asked -> new Answer(0, ""));
        assertThat(messenger.submit(notice)).isInstanceOf(Submission.Unclear.class);

        cloud.answer(asked -> details("{\"OutId\":\"another\",\"SendStatus\":3}"));
        assertThat(messenger.ask(notice, List.of())).isEqualTo(new Lookup.Never());

        cloud.answer(asked -> details("{\"OutId\":\"" + notice.id() + "\",\"SendStatus\":3}"));
        assertThat(messenger.ask(notice, List.of()))
                .isEqualTo(new Lookup.Has(List.of(notice.id().toString()), Outcome.DELIVERED));
        assertThat(parameters(cloud.asked.getLast()))
                .containsEntry("PhoneNumber", Sample.NUMBER)
                .containsEntry("SendDate", "20260302");

        cloud.answer(asked -> new Answer(503, ""));
        assertThat(messenger.ask(notice, List.of())).isInstanceOf(Lookup.Silent.class);
    }

    @Test
    void a_message_that_was_sent_after_midnight_is_looked_for_on_both_days() {
        clock.advance(Duration.ofHours(20));
        cloud.answer(asked -> details(""));
        assertThat(messenger.ask(Sample.notice("…"), List.of())).isEqualTo(new Lookup.Never());
        assertThat(cloud.asked.stream().map(asked -> parameters(asked).get("SendDate")))
                .containsExactly("20260302", "20260303");
    }

    @Test
    void a_notice_without_a_template_goes_by_another_provider() {
        Notice sample = Sample.notice("…");
        Notice bare = new Notice(
                sample.id(),
                sample.kind(),
                sample.ticket(),
                sample.to(),
                sample.code(),
                sample.text(),
                sample.created());
        assertThat(messenger.submit(bare)).isInstanceOf(Submission.NotHere.class);
        assertThat(cloud.asked).isEmpty();
    }

    @Test
    void pushed_receipts_and_replies_are_taken_in_batches() throws Exception {
        RecordedInbox inbox = new RecordedInbox();
        String reports = """
                [{"phone_number":"13800000001","send_time":"2026-03-02 12:00:00","report_time":"2026-03-02 12:00:03",
                  "success":true,"err_code":"DELIVERED","err_msg":"","sms_size":"1","biz_id":"9006^1","out_id":"ours"},
                 {"phone_number":"13800000002","success":false,"err_code":"MK:0000","biz_id":"9006^2","out_id":""}]""";
        assertThat(take(reports, inbox)).isPresent();
        assertThat(inbox.receipts.take().outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(inbox.receipts.take().outcome()).isEqualTo(Outcome.FAILED);

        String replies = """
                [{"phone_number":"13800000001","send_time":"2026-03-02 12:01:00","content":"接 4827","sign_name":"示例售后",
                  "dest_code":"1000000","sequence_id":1234567890}]""";
        assertThat(take(replies, inbox).orElseThrow().body()).contains("\"code\":0");
        assertThat(inbox.messages.take()).isEqualTo(new Incoming("aliyun", "13800000001", "接 4827"));

        assertThat(take("{\"a\":1}", inbox)).isEmpty();
        assertThat(messenger.isSecret("push-secret")).isTrue();
        assertThat(messenger.isSecret("")).isFalse();
    }

    private Optional<Push.Thanks> take(String body, RecordedInbox inbox) {
        return messenger.take("application/json", body.getBytes(StandardCharsets.UTF_8), inbox);
    }

    private static Answer details(String items) {
        return new Answer(
                200, "{\"Code\":\"OK\",\"TotalCount\":1,\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[" + items + "]}}");
    }

    private static Map<String, String> parameters(FakeWeb.Asked asked) {
        return new TreeMap<>(Stream.of(asked.query().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }
}
