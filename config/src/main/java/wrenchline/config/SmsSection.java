package wrenchline.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.config.SmsProvider.Alibaba;
import wrenchline.config.SmsProvider.Http;
import wrenchline.config.SmsProvider.Smpp;
import wrenchline.core.notice.QuietHours;
import wrenchline.core.notice.SendingRules;
import wrenchline.core.notice.SendingRules.Doubt;

/** Reads {@code sms} of {@code wrenchline.yaml}; all of it may be left out. */
record SmsSection(Path home, Secrets secrets) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    SmsSettings read(Section section) {
        List<SmsProvider> providers = section.sections("providers", this::provider);
        Set<String> names = new HashSet<>();
        for (SmsProvider provider : providers) {
            if (!names.add(provider.name()) || !provider.name().matches("[a-z0-9-]{1,32}")) {
                section.problem("'sms.providers' needs names of small letters, digits and hyphens, each once; not '"
                        + provider.name() + "'");
            }
        }
        String page = section.text("page", "");
        if (!page.isEmpty() && !page.matches("https?://[^\\s/]+")) {
            section.problem("'sms.page' is an address such as https://service.example, without a path");
        }
        SmsSettings settings = new SmsSettings(
                providers.isEmpty() ? List.of(new SmsProvider.Local("local")) : providers,
                new SendingRules(
                        quiet(section),
                        section.integer("perNumberHourly", 1, 100_000, SendingRules.USUAL.perNumberHourly()),
                        section.integer("answersHourly", 0, 1000, SendingRules.USUAL.answersHourly()),
                        doubt(section)),
                page,
                section.duration("linkLife", Duration.ofHours(12)),
                secrets.get("sms.link"));
        section.close();
        return settings;
    }

    private static Doubt doubt(Section section) {
        return new Doubt(
                section.duration("unclearUrgent", Doubt.USUAL.urgent()),
                section.duration("unclearOther", Doubt.USUAL.other()),
                section.integer("repeats", 0, 10, Doubt.USUAL.repeats()));
    }

    private static QuietHours quiet(Section section) {
        return section.has("quietFrom") || section.has("quietTo")
                ? new QuietHours(section.time("quietFrom"), section.time("quietTo"))
                : new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private enum Kind {
        LOCAL,
        SMPP,
        ALIBABA,
        HTTP
    }

    private SmsProvider provider(Section section) {
        String name = section.text("name");
        return switch (section.choice("kind", Kind.class, Kind.LOCAL)) {
            case LOCAL -> new SmsProvider.Local(name);
            case SMPP -> smpp(name, section);
            case ALIBABA -> alibaba(name, section);
            case HTTP -> http(name, section);
        };
    }

    private Smpp smpp(String name, Section section) {
        String authority = section.text("authority", "");
        return new Smpp(
                name,
                section.text("host"),
                section.integer("port", 1, 65535),
                section.flag("tls", true),
                authority.isEmpty() ? null : home.resolve(authority),
                section.text("systemId"),
                secret(section, "password"),
                section.text("systemType", ""),
                section.text("serviceType", ""),
                section.text("source", ""),
                section.text("countryCode", ""),
                section.integer("window", 1, 1000, 10),
                section.integer("perSecond", 1, 100_000, 20),
                section.duration("enquire", Duration.ofSeconds(30)),
                section.duration("answer", PATIENCE),
                section.choiceOr("joining", Smpp.Joining.class, Smpp.Joining.UDH),
                section.choiceOr("latin", Smpp.Latin.class, Smpp.Latin.GSM),
                section.choiceOr("receiptIds", Smpp.ReceiptIds.class, Smpp.ReceiptIds.AUTO));
    }

    private Alibaba alibaba(String name, Section section) {
        return new Alibaba(
                name,
                address(section, section.text("endpoint", "https://dysmsapi.aliyuncs.com")),
                section.text("accessKeyId"),
                secret(section, "accessKeySecret"),
                section.text("sign"),
                section.sections("templates", SmsSection::template),
                section.integer("perSecond", 1, 100_000, 20),
                section.duration("answer", PATIENCE),
                secret(section, "callbackSecret"));
    }

    private static Alibaba.Template template(Section section) {
        return new Alibaba.Template(
                section.text("text"), section.text("language"), section.text("code"), section.texts("fields"));
    }

    private Http http(String name, Section section) {
        Map<String, Secret> headers = new HashMap<>();
        Section given = section.section("headers");
        for (String key : given.table().keySet()) {
            String header = key.replaceFirst("File$", "");
            headers.put(header, secret(given, header));
        }
        Section callback = section.section("callback");
        Http.Callback answers = new Http.Callback(
                secret(callback, "secret"),
                callback.text("id", ""),
                callback.text("status", ""),
                callback.text("number", ""),
                callback.text("from", ""),
                callback.text("text", ""));
        callback.close();
        Section statuses = section.section("statuses");
        Http.Statuses words =
                new Http.Statuses(words(statuses, "delivered"), words(statuses, "failed"), words(statuses, "expired"));
        statuses.close();
        return new Http(
                name,
                section.text("url"),
                headers,
                section.text("body"),
                section.text("idPointer", ""),
                section.flag("idempotent", false),
                section.text("lookup", ""),
                section.text("statusPointer", ""),
                words,
                section.integer("perSecond", 1, 100_000, 20),
                section.duration("answer", PATIENCE),
                answers);
    }

    private static List<String> words(Section section, String key) {
        return section.has(key) ? section.texts(key) : List.of();
    }

    private static URI address(Section section, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            section.problem("'" + text + "' is no address");
            return URI.create("https://invalid");
        }
    }

    /** Given here or in the environment, or in a file that {@code …File} names. */
    private Secret secret(Section section, String key) {
        String given = section.text(key, "");
        String file = section.text(key + "File", "");
        if (!given.isEmpty() || file.isEmpty()) {
            return new Secret(given);
        }
        try {
            return new Secret(Files.readString(home.resolve(file)).strip());
        } catch (IOException unreadable) {
            section.problem("'" + key + "File' cannot be read: " + file);
            return new Secret("");
        }
    }
}
