package wrenchline.hotline.sms.alibaba;

import java.util.List;
import wrenchline.core.notice.Messenger.Submission;
import wrenchline.hotline.sms.http.Web;

/** What Alibaba Cloud SMS means by its codes (错误码). */
final class Codes {

    private Codes() {}

    static Submission submission(Web.Outcome.Answered answered) {
        String code = answered.body().path("Code").asText("HTTP status " + answered.status());
        return switch (code) {
            case "OK" ->
                new Submission.Accepted(List.of(answered.body().path("BizId").asText()));
            case "isv.MOBILE_NUMBER_ILLEGAL" -> new Submission.Refused(code);
            case "isp.SYSTEM_ERROR" -> new Submission.Unclear(code);
            case String limited
            when limited.startsWith("Throttling") || answered.later() || limited.equals("isv.BUSINESS_LIMIT_CONTROL") ->
                new Submission.NotNow(code);
            case String _ -> answered.broken() ? new Submission.Unclear(code) : new Submission.NotHere(code);
        };
    }
}
