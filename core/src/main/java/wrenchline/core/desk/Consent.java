package wrenchline.core.desk;

import java.util.List;
import java.util.Optional;
import wrenchline.core.ticket.Quote;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.transition.Dated;

/** Whether the customer agreed to what it costs (收费同意): nothing is charged that was not quoted and agreed to before. */
record Consent(List<Dated<TicketEvent>> events) {

    /** What keeps an answer to quote {@code number} from counting. */
    Optional<String> obstacleToAnswer(String number) {
        return newest().filter(open -> open.number().equals(number)).isPresent()
                ? Optional.empty()
                : Optional.of("quote " + number + " is not the newest of this ticket");
    }

    /** What keeps a part from being swapped, {@code free} or not. */
    Optional<String> obstacleToSwap(String part, boolean free) {
        Optional<Quote> quote = newest();
        Optional<String> open = quote.filter(one -> one.totalCents() > 0 && !isAgreed(one))
                .map(one -> "the customer has not agreed to quote " + one.number());
        boolean quoted = quote.filter(
                        one -> one.lines().stream().anyMatch(line -> line.part().equals(part)))
                .isPresent();
        return open.isPresent() || free || quoted
                ? open
                : Optional.of("part " + part + " is charged: the customer must agree to a quote for it first");
    }

    private Optional<Quote> newest() {
        return events.stream()
                .flatMap(dated -> dated.event() instanceof TicketEvent.Quoted quoted
                        ? Optional.of(quoted.quote()).stream()
                        : Optional.<Quote>empty().stream())
                .reduce((_, last) -> last);
    }

    private boolean isAgreed(Quote quote) {
        return events.stream()
                .map(Dated::event)
                .map(event -> switch (event) {
                    case TicketEvent.Consented(var _, String number, var _) when number.equals(quote.number()) -> "yes";
                    case TicketEvent.Declined(var _, String number, var _) when number.equals(quote.number()) -> "no";
                    case TicketEvent _ -> "";
                })
                .filter(word -> !word.isEmpty())
                .reduce("no", (_, last) -> last)
                .equals("yes");
    }
}
