package wrenchline.core.desk;

import java.nio.ByteBuffer;
import java.util.Optional;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Attachment;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

/** Takes photos and files for tickets, and hands them out. */
public final class AttachmentDesk {

    private final Desk desk;

    public AttachmentDesk(Desk desk) {
        this.desk = desk;
    }

    /** What came of adding a file. */
    public sealed interface Added {

        record Done(Attachment attachment) implements Added {}

        /** It is too large or of no kind that a ticket takes, or the ticket takes nothing more. */
        record Refused(String reason) implements Added {}

        record NoSuchTicket() implements Added {}
    }

    /** Adds {@code content} to a ticket. The same content a second time changes nothing. */
    public Added add(TicketId ticket, Actor by, String name, byte[] content) {
        return switch (Upload.of(name, content)) {
            case Upload.Refused(String reason) -> new Added.Refused(reason);
            case Upload.Fine(Attachment attachment) -> add(ticket, by, attachment, content);
        };
    }

    private Added add(TicketId ticket, Actor by, Attachment attachment, byte[] content) {
        return desk.transactions().call(books -> {
            if (of(books, ticket, attachment.sha256()).isPresent()) {
                return new Added.Done(attachment);
            }
            var told = books.tickets().find(ticket).map(found -> {
                books.attachments().put(attachment, content);
                return new Turn(desk, books, desk.clock().instant())
                        .ticket(found, new TicketEvent.Attached(by, attachment));
            });
            if (told.isEmpty()) {
                return new Added.NoSuchTicket();
            }
            return told.get() instanceof Transition.Ignored<?, ?>(String reason)
                    ? new Added.Refused(reason)
                    : new Added.Done(attachment);
        });
    }

    /** The file of {@code ticket} with this content. */
    public Optional<HeldFile> find(TicketId ticket, String sha256) {
        return desk.transactions()
                .call(books -> of(books, ticket, sha256)
                        .flatMap(attachment -> books.attachments()
                                .content(sha256)
                                .map(content -> new HeldFile(attachment, ByteBuffer.wrap(content)))));
    }

    private static Optional<Attachment> of(Books books, TicketId ticket, String sha256) {
        return books.tickets().events(ticket).stream()
                .flatMap(dated -> dated.event() instanceof TicketEvent.Attached attached
                        ? Optional.of(attached.attachment()).stream()
                        : Optional.<Attachment>empty().stream())
                .filter(attachment -> attachment.sha256().equals(sha256))
                .findFirst();
    }
}
