package wrenchline.hotline.sms.smpp;

import org.jsmpp.SMPPConstant;
import wrenchline.core.notice.Messenger.Submission;

/** What an SMSC means by a command status (SMPP 3.4, 5.1.3). */
final class Statuses {

    private Statuses() {}

    static Submission submission(int status) {
        String reason = "SMPP status 0x%02x".formatted(status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED,
                    SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RX_T_APPN -> new Submission.NotNow(reason);
            case SMPPConstant.STAT_ESME_RINVDSTADR,
                    SMPPConstant.STAT_ESME_RINVDSTTON,
                    SMPPConstant.STAT_ESME_RINVDSTNPI -> new Submission.Refused(reason + ": no such number");
            default -> new Submission.NotHere(reason);
        };
    }
}
