package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.TicketDesk;
import wrenchline.core.promise.Clause;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.PromiseKind;
import wrenchline.core.promise.Result;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.store.sql.Verification.Flaw;

/** Every promise is recomputed from the archived policy that was in force when it was made. */
class PolicyCheckTest {

    private final TestDesk house = new TestDesk();
    private TicketId ticket;

    @BeforeEach
    void report() {
        ticket = house.report("first");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_policy_that_is_changed_midway_changes_no_promise_and_both_results_are_kept() {
        Policy before = house.desk.policy();
        Policy after = responseWithin(before, Duration.ofHours(1), "half-the-time");
        house.clock.advance(Duration.ofMinutes(1));
        house.enter(after);
        TicketDesk later = new TicketDesk(
                new Desk(house.database.transactions(), house.clock, after, house.desk.wording(), house.desk.models()));
        TicketId second = TestDesk.report(later, "second", null);
        house.clock.advance(Duration.ofMinutes(89));
        for (TicketId one : List.of(ticket, second)) {
            house.tickets.tell(one, new TicketEvent.Accepted(new Actor.Operator("li")));
        }

        assertThat(house.database.verification().run().flaws()).isEmpty();
        assertThat(results(ticket)).containsExactly(before.version() + " PT2H true", "half-the-time PT1H false");
        assertThat(results(second)).containsExactly("half-the-time PT1H false", before.version() + " PT2H true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update promise set facts = cast(replace(cast(facts as text), 'PT2H', 'PT3H') as json)           | promise
            update promise set deadline = deadline + interval '1 hour'                                      | promise
            update promise set clause = 'response-9h' where clause = 'response-2h'                          | promise
            update policy set details = cast(replace(cast(details as text), 'PT2H', 'PT3H') as json)        | policy
            delete from promise where clause = 'parts-24h'                                                  | ticket
            """)
    void what_was_tampered_with_is_named(String statement, String subject) {
        house.touch("alter table policy disable trigger append_only");
        house.touch(statement);
        assertThat(house.database.verification().run().flaws())
                .extracting(Flaw::subject)
                .contains(subject);
    }

    @Test
    void a_promise_whose_row_and_journal_were_both_changed_disagrees_with_policy_and_evidence() {
        house.touch("alter table journal disable trigger append_only");
        house.touch("update promise set facts = cast(replace(cast(facts as text), 'PT2H', 'PT9H') as json),"
                + " deadline = deadline + interval '7 hours' where clause = 'response-2h'");
        house.touch("update journal set details = cast(replace(cast(details as text), 'PT2H', 'PT9H') as json)"
                + " where subject = 'promise' and event = 'Opened'");
        assertThat(house.database.verification().run().flaws())
                .extracting(Flaw::what)
                .anyMatch(what ->
                        what.contains("does not give it clause 'response-2h' of PT9H, but ['response-2h' of PT2H]"))
                .anyMatch(what -> what.startsWith("its clause is stored as"));
    }

    @Test
    void a_policy_that_came_into_force_later_explains_no_promise() {
        house.clock.advance(Duration.ofDays(1));
        house.enter(house.desk.policy().as("later"));
        house.touch("update promise set facts = cast(replace(cast(facts as text), '"
                + house.desk.policy().version() + "', 'later') as json)");
        assertThat(house.database.verification().run().flaws())
                .extracting(Flaw::what)
                .anyMatch(what -> what.startsWith("policy 'later' came into force at"));
    }

    private static Policy responseWithin(Policy policy, Duration within, String version) {
        List<Policy.Rule> rules = new ArrayList<>();
        for (Policy.Rule rule : policy.rules()) {
            Clause old = rule.clause();
            boolean response = old.kind() == PromiseKind.RESPONSE;
            Clause clause = response ? new Clause(old.id(), old.kind(), within, old.text()) : old;
            rules.add(new Policy.Rule(
                    clause, rule.sources(), rule.severities(), rule.kinds(), rule.customerClasses(), rule.contracts()));
        }
        return new Policy(
                version,
                rules,
                policy.callback(),
                policy.keepRecordings(),
                policy.escalation(),
                policy.warranty(),
                null);
    }

    /** How its response came out by each policy. */
    private List<String> results(TicketId id) {
        return house.desk
                .transactions()
                .call(books -> books.promises().of(id).stream()
                        .filter(promise -> promise.facts().clause().kind() == PromiseKind.RESPONSE)
                        .flatMap(
                                promise -> Result.of(
                                        promise.facts(),
                                        promise.state(),
                                        books.policies().all(),
                                        house.clock.instant())
                                        .stream())
                        .map(result -> result.policyVersion() + " " + result.within() + " " + result.met())
                        .toList());
    }
}
