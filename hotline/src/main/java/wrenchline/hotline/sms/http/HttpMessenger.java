package wrenchline.hotline.sms.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.Push;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Receipt.Outcome;
import wrenchline.hotline.sms.Pace;
import wrenchline.hotline.sms.Provider;

/** Sends by whatever HTTP API the settings describe. */
public final class HttpMessenger implements Provider, Push {

    private final SmsProvider.Http settings;
    private final Web web;
    private final Pace pace;
    private final Callback callback;
    private final String contentType;

    public HttpMessenger(SmsProvider.Http settings) {
        this.settings = settings;
        this.web = new Web(settings.answer());
        this.pace = new Pace(settings.perSecond());
        this.callback = new Callback(settings);
        this.contentType = settings.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().value())
                .findFirst()
                .orElse(
                        settings.body().strip().startsWith("{")
                                ? "application/json"
                                : "application/x-www-form-urlencoded");
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Submission submit(Notice notice) {
        pace.await();
        String body = new Filling(contentType)
                .in(
                        settings.body(),
                        Map.of(
                                "to",
                                notice.to(),
                                "text",
                                notice.text(),
                                "id",
                                notice.id().toString()));
        HttpRequest.Builder request = headed(HttpRequest.newBuilder(URI.create(settings.url())))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return switch (web.send(request)) {
            case Web.Outcome.Answered answered -> submission(notice, answered);
            case Web.Outcome.NotSent(String reason) -> new Submission.NotNow(reason);
            case Web.Outcome.NoAnswer(String reason) -> new Submission.Unclear(reason);
        };
    }

    private Submission submission(Notice notice, Web.Outcome.Answered answered) {
        String reason = "HTTP status " + answered.status();
        if (answered.later()) {
            return new Submission.NotNow(reason);
        }
        if (answered.broken()) {
            return new Submission.Unclear(reason);
        }
        if (!answered.good()) {
            return new Submission.NotHere(reason);
        }
        if (settings.idPointer().isEmpty()) {
            return new Submission.Accepted(List.of(notice.id().toString()));
        }
        String id = answered.body().at(settings.idPointer()).asText();
        return id.isEmpty() ? new Submission.NotHere("its answer names no id") : new Submission.Accepted(List.of(id));
    }

    @Override
    public Lookup ask(Notice notice, List<String> ids) {
        if (settings.lookup().isEmpty()) {
            return settings.idempotent() && ids.isEmpty() ? new Lookup.Never() : new Lookup.Silent("cannot be asked");
        }
        if (ids.isEmpty() && settings.lookup().contains("{providerId}")) {
            return new Lookup.Silent("it was given no id");
        }
        String id = ids.isEmpty() ? notice.id().toString() : ids.getFirst();
        String address = new Filling(Filling.ADDRESS)
                .in(
                        settings.lookup(),
                        Map.of("providerId", id, "id", notice.id().toString()));
        return switch (web.send(
                headed(HttpRequest.newBuilder(URI.create(address))).GET())) {
            case Web.Outcome.Answered answered when answered.status() == 404 -> new Lookup.Never();
            case Web.Outcome.Answered answered when answered.good() -> found(answered, id);
            case Web.Outcome.Answered answered -> new Lookup.Silent("HTTP status " + answered.status());
            case Web.Outcome.NotSent(String reason) -> new Lookup.Silent(reason);
            case Web.Outcome.NoAnswer(String reason) -> new Lookup.Silent(reason);
        };
    }

    private Lookup found(Web.Outcome.Answered answered, String id) {
        Outcome outcome = outcome(
                settings.statuses(),
                answered.body().at(settings.statusPointer()).asText());
        String given = settings.idPointer().isEmpty()
                ? id
                : answered.body().at(settings.idPointer()).asText(id);
        return new Lookup.Has(List.of(given), outcome);
    }

    private HttpRequest.Builder headed(HttpRequest.Builder request) {
        settings.headers().forEach((name, value) -> request.setHeader(name, value.value()));
        return request.setHeader("Content-Type", contentType);
    }

    @Override
    public String provider() {
        return settings.name();
    }

    @Override
    public boolean isSecret(String given) {
        return Secrets.same(settings.callback().secret(), given);
    }

    @Override
    public boolean isSigned(byte[] body, String signature) {
        return Secrets.signed(settings.callback().secret(), body, signature);
    }

    @Override
    public Optional<Thanks> take(String type, byte[] body, Inbox inbox) {
        return callback.take(type, body, inbox);
    }

    static Outcome outcome(SmsProvider.Http.Statuses words, String status) {
        String said = status.toLowerCase(Locale.ROOT);
        return words.delivered().contains(said)
                ? Outcome.DELIVERED
                : words.failed().contains(said)
                        ? Outcome.FAILED
                        : words.expired().contains(said) ? Receipt.Outcome.EXPIRED : Outcome.PENDING;
    }

    @Override
    public void close() {
        web.close();
    }
}
