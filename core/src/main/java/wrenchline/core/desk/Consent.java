package wrenchline.core.desk;

import java.util.List;
import java.util.Optional;
import wrenchline.core.ticket.Quote;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.transition.Dated;

/** Whether the customer agreed to what it costs (收费同意): nothing is charged that was not agreed to before. */
record Consent(List<Dated<TicketEvent>> events) {

    /** What keeps {@code event} from happening. */
    Optional<String> obstacle(TicketEvent event) {
        Optional<Quote> quote = newest();
        return switch (event) {
            case TicketEvent.PartSwapped _ ->
                quote.filter(open -> open.totalCents() > 0 && !isAgreed(open))
                        .map(open -> "the customer has not agreed to quote " + open.number());
            case TicketEvent.Consented(var _, String number, var _) -> unlessNewest(quote, number);
            case TicketEvent.Declined(var _, String number, var _) -> unlessNewest(quote, number);
            case TicketEvent _ -> Optional.empty();
        };
    }

    private static Optional<String> unlessNewest(Optional<Quote> quote, String number) {
        return quote.filter(open -> open.number().equals(number)).isPresent()
                ? Optional.empty()
                : Optional.of("quote " + number + " is not the newest of this ticket");
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
