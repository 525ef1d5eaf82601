package wrenchline.hotline.sms.alibaba;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Push.Thanks;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Receipt.Outcome;

/** Reads batches of {@code SmsReport} (receipts) and {@code SmsUp} (replies) that Alibaba Cloud SMS posts (HTTP 批量推送). */
record Pushed(String provider, Inbox inbox) {

    Optional<Thanks> take(JsonNode batch) {
        if (!batch.isArray() || !batch.valueStream().allMatch(Pushed::understood)) {
            return Optional.empty();
        }
        batch.valueStream().forEach(this::keep);
        return Optional.of(new Thanks("application/json", "{\"code\":0,\"msg\":\"成功\"}"));
    }

    private static boolean understood(JsonNode item) {
        return item.hasNonNull("phone_number") && (item.hasNonNull("biz_id") || item.hasNonNull("content"));
    }

    private void keep(JsonNode item) {
        String number = item.path("phone_number").asText();
        if (item.hasNonNull("content")) {
            inbox.message(new Incoming(provider, number, item.path("content").asText()));
        } else {
            Outcome outcome = item.path("success").asBoolean() ? Outcome.DELIVERED : Outcome.FAILED;
            // A submission whose answer was lost is known by our own id.
            List<String> ids =
                    List.of(item.path("biz_id").asText(), item.path("out_id").asText());
            inbox.receipt(new Receipt(provider, ids, number, outcome));
        }
    }
}
