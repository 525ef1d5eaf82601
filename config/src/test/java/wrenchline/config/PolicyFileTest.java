package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.equipment.Severity;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Situation;
import wrenchline.core.ticket.TicketKind;

/** Policy files as strangers write them. */
class PolicyFileTest {

    private static final String GOOD = """
            version: mine-1
            clauses:
              - id: call
                kind: callback
                within: 30m
                sources: [call]
                text: half an hour
              - id: site
                kind: on-site
                within: 12h
                sources: [call, telemetry]
                text: twelve hours
            callback:
              minimumOverlap: 20s
              ringFor: 25s
              customerRetries: [1m]
              ladder:
                - {after: 0s, reach: first-engineer}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            within: 12h            | within: soon             | 10: 'clauses[1].within' is 'soon', not a time
            within: 12h            | within:                  | 10: 'clauses[1].within' is empty, not a time
            within: 12h            | within: 0h               | 8: 'within' must be at least 1s
            within: 12h            | within: -2h              | 10: 'clauses[1].within' is '-2h', not a time
            within: 12h            | within: 99999999999999d  | 10: 'clauses[1].within' is '99999999999999d', not a time
            within: 12h            | within: [12h]            | 10: 'clauses[1].within' must be a single value
            kind: on-site          | kind: onsite             | 9: 'clauses[1].kind' is 'onsite', not one of
            id: site               | id: call                 | two clauses are called 'call'
            version: mine-1        | version: ''              | 'version' is empty
            version: mine-1        | verzion: mine-1          | 1: unknown key 'verzion'
            sources: [call]        | sources: [fax]           | 6: 'clauses[0].sources' is 'fax', not one of
            sources: [call]        | sources: []              | 3: 'sources' names none
            sources: [call]        | sources: [telemetry]     | nothing is promised to callers
            text: half an hour     | customerClasses: [gold]  | 3: 'clauses[0].text' is missing
            text: half an hour     | text: x, severities: []  | policy.yaml:
            text: half an hour     | ? [a] : b                | is no YAML: Non scalar key
            minimumOverlap: 20s    | minimumOverlap: 0s       | 'minimumOverlap' must be at least 1s
            reach: first-engineer  | reach: boss              | 18: 'callback.ladder[0].reach' is 'boss', not one of
            customerRetries: [1m]  | customerRetries: 1m      | 16: 'callback.customerRetries' must be a list
            """)
    void what_is_wrong_is_told_with_its_place(String good, String bad, String told) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(told);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        String bad =
                GOOD.replace("30m", "now").replace("first-engineer", "nobody").replace("mine-1", "''");
        assertThatThrownBy(() -> read(bad))
                .hasMessageContaining("'now'")
                .hasMessageContaining("'nobody'")
                .hasMessageContaining("'version'");
    }

    @Test
    void a_ladder_without_rungs_and_a_callback_for_some_alone_are_refused() {
        assertThatThrownBy(() -> read(GOOD.replace("    - {after: 0s, reach: first-engineer}\n", "")
                        .replace("ladder:", "ladder: []")))
                .hasMessageContaining("'callback.ladder' has no rung");
        assertThatThrownBy(() -> read(GOOD.replace("sources: [call]\n", "sources: [call]\n    contracts: [gold]\n")))
                .hasMessageContaining("nothing is promised to callers");
        assertThatThrownBy(() -> read(GOOD.replace("sources: [call]\n", "sources: [call]\n    severities: [major]\n")))
                .hasMessageContaining("a fault that is minor or critical");
    }

    @Test
    void severity_class_and_contract_decide_which_clauses_hold() throws IOException {
        Policy policy = read(GOOD.replace("callback:\n", """
              - id: gold-site
                kind: on-site
                within: 4h
                sources: [call]
                severities: [critical]
                customerClasses: [gold]
                text: four hours
              - id: contract-parts
                kind: parts
                within: 8h
                sources: [call]
                contracts: [maintenance]
                text: eight hours
            callback:
            """));
        assertThat(policy.clausesFor(at(Severity.CRITICAL, "gold", "maintenance")))
                .extracting(Clause::id)
                .containsExactly("call", "site", "gold-site", "contract-parts");
        assertThat(policy.clausesFor(at(Severity.CRITICAL, "silver", "")))
                .extracting(Clause::id)
                .containsExactly("call", "site");
        assertThat(policy.clausesFor(at(Severity.MAJOR, "gold", "")))
                .extracting(Clause::within)
                .containsExactly(Duration.ofMinutes(30), Duration.ofHours(12));
    }

    private static Situation at(Severity severity, String customerClass, String contract) {
        return new Situation(Policy.Source.CALL, severity, TicketKind.FAULT, customerClass, contract);
    }

    private Policy read(String text) throws IOException {
        return PolicyFile.read(Files.writeString(folder.resolve("policy.yaml"), text));
    }
}
