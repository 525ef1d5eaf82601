package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.Limit;
import wrenchline.core.equipment.Metric;
import wrenchline.core.equipment.Severity;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;

class ShippedFilesTest {

    private static final Path CONFIG = Path.of("../config");

    @Test
    void the_policy_is_the_strictest_reading_of_the_tender() {
        Policy policy = PolicyFile.read(CONFIG.resolve("policy.yaml"));

        assertThat(policy.clausesFor(Policy.Source.CALL, Severity.MAJOR))
                .extracting(Clause::kind, Clause::within)
                .containsExactlyInAnyOrder(
                        tuple(PromiseKind.CALLBACK, Duration.ofMinutes(30)),
                        tuple(PromiseKind.RESPONSE, Duration.ofHours(2)),
                        tuple(PromiseKind.ON_SITE, Duration.ofHours(12)),
                        tuple(PromiseKind.DIAGNOSIS, Duration.ofHours(14)),
                        tuple(PromiseKind.PARTS, Duration.ofHours(24)),
                        tuple(PromiseKind.COMPLETION, Duration.ofHours(72)));
        assertThat(policy.clausesFor(Policy.Source.TELEMETRY, Severity.MINOR))
                .extracting(Clause::kind)
                .containsExactlyInAnyOrder(PromiseKind.RESPONSE, PromiseKind.ON_SITE, PromiseKind.COMPLETION);
    }

    @Test
    void every_kind_of_notice_has_a_text_in_both_languages() {
        Texts texts = Texts.read(CONFIG.resolve("texts"));
        Map<String, String> values = Stream.of(
                        "ticket",
                        "equipment",
                        "failure",
                        "severity",
                        "customer",
                        "site",
                        "code",
                        "clause",
                        "deadline",
                        "engineer",
                        "state",
                        "reason",
                        "from",
                        "until",
                        "order",
                        "complaint",
                        "category",
                        "department",
                        "kind",
                        "number")
                .collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));

        for (NoticeKind kind : NoticeKind.values()) {
            if (kind != NoticeKind.ANSWER) {
                String key = "sms." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                String about = kind == NoticeKind.ROSTER ? "<order>" : "<ticket>";
                assertThat(texts.text(key, "zh", values)).contains(about);
                assertThat(texts.text(key, "en", values)).contains(about);
            }
        }
    }

    @Test
    void the_models_name_only_metrics_that_they_have_and_the_demo_site_names_only_models_that_exist() {
        var models = ModelFiles.read(CONFIG.resolve("models"));
        models.values()
                .forEach(model -> assertThat(model.limits())
                        .extracting(Limit::metric)
                        .isSubsetOf(model.metrics().stream().map(Metric::id).toList()));

        Site site = SiteFile.read(CONFIG.resolve("demo/site.yaml"), models.keySet());

        assertThat(site.equipment())
                .hasSize(14)
                .extracting(Equipment::phoneCode)
                .doesNotHaveDuplicates();
        assertThat(site.customers()).hasSize(2);
        assertThat(site.roster().staff()).hasSize(4);
    }
}
