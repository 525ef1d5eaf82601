package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wrenchline.core.call.CallId;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.callback.CallbackState;
import wrenchline.core.callback.Offer;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.command.CommandId;
import wrenchline.core.command.CommandState;
import wrenchline.core.command.Order;
import wrenchline.core.complaint.Complaint;
import wrenchline.core.complaint.ComplaintEvent;
import wrenchline.core.complaint.ComplaintId;
import wrenchline.core.complaint.ComplaintState;
import wrenchline.core.detection.Finding;
import wrenchline.core.detection.Grounds;
import wrenchline.core.duty.StaffId;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.WearPart;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.notice.NoticeState;
import wrenchline.core.promise.PromiseEvent;
import wrenchline.core.promise.PromiseId;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.quarantine.Content;
import wrenchline.core.quarantine.DispositionEvent;
import wrenchline.core.ticket.Actor;
import wrenchline.core.ticket.Origin;
import wrenchline.core.ticket.TicketEvent;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.TicketState;
import wrenchline.core.ticket.Verdict;

/**
 * JSON of the API: an identifier is its bare value, one of several kinds carries its kind as {@code type}, times are RFC 3339 in
 * UTC, durations ISO 8601.
 */
public final class Wire {

    private static final List<Class<?>> IDENTIFIERS = List.of(
            TicketId.class,
            ComplaintId.class,
            PromiseId.class,
            CallbackId.class,
            NoticeId.class,
            CommandId.class,
            CallId.class,
            AttemptId.class,
            EquipmentId.class,
            CustomerId.class,
            StaffId.class);

    private static final List<Class<?>> KINDS = List.of(
            TicketState.class,
            TicketEvent.class,
            Origin.class,
            Actor.class,
            Finding.class,
            Grounds.class,
            Verdict.class,
            WearPart.Usage.class,
            PromiseState.class,
            PromiseEvent.class,
            ComplaintState.class,
            ComplaintEvent.class,
            CallbackState.class,
            NoticeState.class,
            Order.class,
            CommandState.class,
            CommandEvent.class,
            DispositionEvent.class,
            Content.class,
            Evidence.class);

    private static final JsonMapper MAPPER = mapper();

    private Wire() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        IDENTIFIERS.forEach(identifier -> builder.addMixIn(identifier, BareValue.class));
        KINDS.forEach(kind -> builder.addMixIn(kind, Kind.class));
        builder.addMixIn(Notice.class, WithoutForm.class);
        builder.addMixIn(Complaint.class, WithoutRules.class);
        builder.addMixIn(Offer.class, WithKeys.class);
        builder.addMixIn(Order.Custom.class, WithPayload.class);
        return builder.build();
    }

    /** {@code value} as UTF-8 JSON. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("writing a " + value.getClass().getSimpleName() + " as JSON", broken);
        }
    }

    /** {@code value} as JSON in one line. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** Reads a JSON document that was validated before; nothing at all reads as an empty object. */
    public static JsonNode read(byte[] json) {
        try {
            return json.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new IllegalStateException("reading a JSON body that the contract had found valid", broken);
        }
    }

    private interface BareValue {
        @JsonValue
        Object value();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Kind {}

    /** Its text says it all. */
    @JsonIgnoreProperties("form")
    private interface WithoutForm {}

    /** What they say of it is said beside it. */
    @JsonIgnoreProperties("rules")
    private interface WithoutRules {}

    /** Its JSON as it was sent, not as a text. */
    private interface WithPayload {
        @JsonProperty("payload")
        @JsonRawValue
        String json();
    }

    /** A dispatcher can read the keys to somebody who does not understand the voice. */
    private interface WithKeys {
        @JsonProperty
        String acceptKeys();
    }
}
