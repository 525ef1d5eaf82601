package wrenchline.hotline.sms.alibaba;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import wrenchline.config.SmsProvider;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.Push;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.Pace;
import wrenchline.hotline.sms.Provider;
import wrenchline.hotline.sms.http.Secrets;
import wrenchline.hotline.sms.http.Web;

/**
 * Sends by Alibaba Cloud SMS: {@code SendSms}, which is not idempotent, and {@code QuerySendDetails}, which is asked before anything is
 * sent again. A notice is known by its id as {@code OutId}, a submission by its {@code BizId}.
 */
public final class AlibabaMessenger implements Provider, Push {

    private static final String VERSION = "2017-05-25";
    private static final ZoneId ITS_ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ITS_ZONE);
    private static final String MOST_ON_A_PAGE = "50";

    private final SmsProvider.Alibaba settings;
    private final Web web;
    private final Pace pace;
    private final Signature signature;
    private final InstantSource clock;

    public AlibabaMessenger(SmsProvider.Alibaba settings, InstantSource clock) {
        this.settings = settings;
        this.web = new Web(settings.answer());
        this.pace = new Pace(settings.perSecond());
        this.signature = new Signature(settings.accessKeyId(), settings.accessKeySecret());
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Submission submit(Notice notice) {
        Notice.Form form = notice.form();
        if (form == null) {
            return new Submission.NotHere("it was made of no template");
        }
        return template(form)
                .map(template -> send(notice, form, template))
                .orElseGet(() -> new Submission.NotHere(
                        "no template for " + form.template() + " in " + form.language() + " is configured"));
    }

    private Optional<SmsProvider.Alibaba.Template> template(Notice.Form form) {
        return settings.templates().stream()
                .filter(template -> template.text().equals(form.template())
                        && template.language().equals(form.language()))
                .findFirst();
    }

    private Submission send(Notice notice, Notice.Form form, SmsProvider.Alibaba.Template template) {
        pace.await();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        form.fields().stream()
                .filter(field -> template.fields().contains(field.name()))
                .forEach(field -> fields.put(field.name(), field.text()));
        Web.Outcome outcome = call(
                "SendSms",
                Map.of(
                        "PhoneNumbers", PhoneNumber.normalise(notice.to()),
                        "SignName", settings.sign(),
                        "TemplateCode", template.code(),
                        "TemplateParam", fields.toString(),
                        "OutId", notice.id().toString()));
        return switch (outcome) {
            case Web.Outcome.Answered answered -> Codes.submission(answered);
            case Web.Outcome.NotSent(String reason) -> new Submission.NotNow(reason);
            case Web.Outcome.NoAnswer(String reason) -> new Submission.Unclear(reason);
        };
    }

    /** It may have been sent on the day on which it was written, or on a later one. */
    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        List<Instant> days = Stream.iterate(
                        notice.created(), day -> !day.isAfter(clock.instant()), day -> day.plus(1, ChronoUnit.DAYS))
                .toList();
        List<String> dates = Stream.concat(days.stream(), Stream.of(clock.instant()))
                .map(DAY::format)
                .distinct()
                .toList();
        for (String date : dates) {
            Map<String, String> parameters = new TreeMap<>(Map.of(
                    "PhoneNumber",
                    PhoneNumber.normalise(notice.to()),
                    "SendDate",
                    date,
                    "PageSize",
                    MOST_ON_A_PAGE,
                    "CurrentPage",
                    "1"));
            ids.forEach(id -> parameters.put("BizId", id));
            if (!(call("QuerySendDetails", parameters) instanceof Web.Outcome.Answered answered)
                    || !answered.body().path("Code").asText().equals("OK")) {
                return new Lookup.Silent("QuerySendDetails gave no answer");
            }
            Optional<JsonNode> detail = detail(answered.body(), notice);
            if (detail.isPresent()) {
                return found(detail.get(), notice, ids);
            }
            if (answered.body().path("TotalCount").asInt() > Integer.parseInt(MOST_ON_A_PAGE)) {
                return new Lookup.Silent("more messages to this number than one page holds");
            }
        }
        return ids.isEmpty() ? new Lookup.Never() : new Lookup.Silent("it does not list the message");
    }

    private static Optional<JsonNode> detail(JsonNode body, Notice notice) {
        return body.at("/SmsSendDetailDTOs/SmsSendDetailDTO")
                .valueStream()
                .filter(item -> item.path("OutId").asText().equals(notice.id().toString()))
                .findFirst();
    }

    /** It does not say the {@code BizId}: later questions find it by our own id. */
    private static Lookup found(JsonNode detail, Notice notice, List<String> ids) {
        Outcome outcome = switch (detail.path("SendStatus").asInt()) {
            case 2 -> Outcome.FAILED;
            case 3 -> Outcome.DELIVERED;
            default -> Outcome.PENDING;
        };
        return new Lookup.Has(ids.isEmpty() ? List.of(notice.id().toString()) : ids, outcome);
    }

    private Web.Outcome call(String action, Map<String, String> parameters) {
        Map<String, String> headers = Map.of(
                "host",
                settings.endpoint().getAuthority(),
                "x-acs-action",
                action,
                "x-acs-version",
                VERSION,
                "x-acs-date",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString(),
                "x-acs-content-sha256",
                Signature.EMPTY);
        URI address = URI.create(settings.endpoint() + "/?" + Signature.query(parameters));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach((header, value) -> {
            // java.net.http writes the host by itself.
            if (!header.equals("host")) {
                request.setHeader(header, value);
            }
        });
        return web.send(request.setHeader("Authorization", signature.authorization(headers, parameters)));
    }

    @Override
    public String provider() {
        return settings.name();
    }

    @Override
    public boolean isSecret(String given) {
        return Secrets.same(settings.callbackSecret(), given);
    }

    @Override
    public boolean isSigned(byte[] body, String signature) {
        return Secrets.signed(settings.callbackSecret(), body, signature);
    }

    @Override
    public Optional<Thanks> take(String contentType, byte[] body, Inbox inbox) {
        return new Pushed(settings.name(), inbox).take(Web.json(body));
    }

    @Override
    public void close() {
        web.close();
    }
}
