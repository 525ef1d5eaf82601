package wrenchline.core.desk;

import java.nio.ByteBuffer;
import java.util.Optional;
import wrenchline.core.evidence.Sha256;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Attachment;
import wrenchline.core.ticket.Attachments;
import wrenchline.core.ticket.FileType;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.transition.Transition;

/** Takes photos and files for tickets, and hands them out. */
public final class AttachmentDesk {

    private static final int LONGEST_NAME = 120;

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

    /** Content and what is known of it. */
    public record Held(Attachment attachment, ByteBuffer content) {}

    /** Adds {@code content} to a ticket. The same content a second time changes nothing. */
    public Added add(TicketId ticket, Actor by, String name, byte[] content) {
        if (content.length == 0 || content.length > Attachments.LARGEST) {
            return new Added.Refused("a file has 1 to " + Attachments.LARGEST + " bytes");
        }
        Optional<FileType> type = FileType.of(content);
        if (type.isEmpty()) {
            return new Added.Refused("only JPEG, PNG, WebP, HEIC and PDF are taken");
        }
        Attachment attachment = new Attachment(
                Sha256.hex(Sha256.digest().digest(content)),
                plain(name),
                type.get().mediaType(),
                content.length);
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
    public Optional<Held> find(TicketId ticket, String sha256) {
        return desk.transactions()
                .call(books -> of(books, ticket, sha256)
                        .flatMap(attachment -> books.attachments()
                                .content(sha256)
                                .map(content -> new Held(attachment, ByteBuffer.wrap(content)))));
    }

    private static Optional<Attachment> of(Books books, TicketId ticket, String sha256) {
        return books.tickets().events(ticket).stream()
                .flatMap(dated -> dated.event() instanceof TicketEvent.Attached attached
                        ? Optional.of(attached.attachment()).stream()
                        : Optional.<Attachment>empty().stream())
                .filter(attachment -> attachment.sha256().equals(sha256))
                .findFirst();
    }

    /** Without folders and control signs, which no reader of the name should meet. */
    private static String plain(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = base.replaceAll("[\\p{Cntrl}\"]", "_").strip();
        String named = clean.isEmpty() ? "file" : clean;
        return named.length() > LONGEST_NAME ? named.substring(named.length() - LONGEST_NAME) : named;
    }
}
