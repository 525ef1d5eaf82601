package wrenchline.store.sql;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import wrenchline.core.callback.Callback;
import wrenchline.core.callback.CallbackEvent;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.command.Command;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.DeviceAccount;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.escalation.Escalation;
import wrenchline.core.escalation.EscalationEvent;
import wrenchline.core.escalation.EscalationState;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeEvent;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.quarantine.Disposition;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.quarantine.DispositionState;
import wrenchline.core.ticket.Ticket;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.transition.Timed;

/**
 * Where one kind of tracked thing is kept, beside the skeleton that all have.
 *
 * @param name of the table, and the subject in the journal
 * @param key the identifier as its column holds it
 * @param more the columns that only this table has, taken from the facts
 */
record BookTable<I, F, S extends Timed, E>(
        String name,
        Class<F> facts,
        Class<S> state,
        Class<E> event,
        Function<F, I> id,
        Function<I, Object> key,
        Function<Object, I> identifier,
        Function<F, Map<String, Object>> more) {

    static final BookTable<TicketId, Ticket, TicketState, TicketEvent> TICKETS = new BookTable<>(
            "ticket",
            Ticket.class,
            TicketState.class,
            TicketEvent.class,
            Ticket::id,
            TicketId::value,
            key -> new TicketId((Long) key),
            ticket -> Map.of(
                    "key",
                    ticket.key(),
                    "equipment",
                    ticket.equipmentIfKnown().map(EquipmentId::value).orElse("")));

    static final BookTable<PromiseId, Promise, PromiseState, PromiseEvent> PROMISES = new BookTable<>(
            "promise",
            Promise.class,
            PromiseState.class,
            PromiseEvent.class,
            Promise::id,
            PromiseId::value,
            key -> new PromiseId((UUID) key),
            promise -> Map.of(
                    "ticket",
                    promise.ticket().value(),
                    "clause",
                    promise.clause().id(),
                    "deadline",
                    SqlBook.storable(promise.deadline())));

    static final BookTable<TicketId, Escalation, EscalationState, EscalationEvent> ESCALATIONS = new BookTable<>(
            "escalation",
            Escalation.class,
            EscalationState.class,
            EscalationEvent.class,
            Escalation::ticket,
            TicketId::value,
            key -> new TicketId((Long) key),
            escalation -> Map.of());

    static final BookTable<CallbackId, Callback, CallbackState, CallbackEvent> CALLBACKS = new BookTable<>(
            "callback",
            Callback.class,
            CallbackState.class,
            CallbackEvent.class,
            Callback::id,
            CallbackId::value,
            key -> new CallbackId((UUID) key),
            callback -> Map.of("ticket", callback.ticket().value()));

    static final BookTable<ComplaintId, Complaint, ComplaintState, ComplaintEvent> COMPLAINTS = new BookTable<>(
            "complaint",
            Complaint.class,
            ComplaintState.class,
            ComplaintEvent.class,
            Complaint::id,
            ComplaintId::value,
            key -> new ComplaintId((Long) key),
            complaint -> Map.of("ticket", complaint.ticket().value(), "call", call(complaint)));

    static final BookTable<NoticeId, Notice, NoticeState, NoticeEvent> NOTICES = new BookTable<>(
            "notice",
            Notice.class,
            NoticeState.class,
            NoticeEvent.class,
            Notice::id,
            NoticeId::value,
            key -> new NoticeId((UUID) key),
            notice -> Map.of(
                    "ticket",
                    notice.ticket().value(),
                    "recipient",
                    PhoneNumber.normalise(notice.to()),
                    "code",
                    notice.code()));

    static final BookTable<CommandId, Command, CommandState, CommandEvent> COMMANDS = new BookTable<>(
            "command",
            Command.class,
            CommandState.class,
            CommandEvent.class,
            Command::id,
            CommandId::value,
            key -> new CommandId((UUID) key),
            command -> Map.of("equipment", command.equipment().value(), "key", command.key()));

    static final BookTable<EquipmentId, DeviceAccount, AccountState, AccountEvent> DEVICE_ACCOUNTS = new BookTable<>(
            "device_account",
            DeviceAccount.class,
            AccountState.class,
            AccountEvent.class,
            DeviceAccount::equipment,
            EquipmentId::value,
            key -> new EquipmentId((String) key),
            account -> Map.of());

    static final BookTable<UUID, Disposition, DispositionState, DispositionEvent> DISPOSITIONS = new BookTable<>(
            "disposition",
            Disposition.class,
            DispositionState.class,
            DispositionEvent.class,
            Disposition::message,
            message -> message,
            UUID.class::cast,
            disposition -> Map.of());

    private static String call(Complaint complaint) {
        return complaint.call() == null ? "" : complaint.call().value();
    }
}
