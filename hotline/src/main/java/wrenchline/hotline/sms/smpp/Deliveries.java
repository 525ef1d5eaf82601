package wrenchline.hotline.sms.smpp;

import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.config.SmsProvider;
import wrenchline.core.notice.Inbox;
import wrenchline.core.notice.Incoming;
import wrenchline.core.notice.Receipt;
import wrenchline.core.notice.Receipt.Outcome;

/** Takes what the SMSC delivers: receipts and messages. Each is kept for good before it is answered. */
record Deliveries(SmsProvider.Smpp settings, Inbox inbox) implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final int KIND = 0x3c;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        keep(() -> take(message));
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        keep(() -> take(message));
        try {
            return new DataSmResult(new MessageId(""), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException("answering a data_sm with no id", impossible);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // A telephone can be reached again: its SMSC tries by itself.
    }

    /** What could not be kept is refused, and the SMSC brings it again. */
    private void keep(Runnable taking) throws ProcessRequestException {
        try {
            taking.run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} delivered something that could not be kept; it is asked to bring it again",
                    settings.name(),
                    failure);
            throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void take(AbstractSmCommand message) {
        Content content = Content.of(message);
        boolean told = (message.getEsmClass() & KIND) == RECEIPT
                || (message.getEsmClass() & KIND) == INTERMEDIATE
                || message.getOptionalParameter(OptionalParameter.Receipted_message_id.class) != null;
        if (told) {
            receipt(message, message.getSourceAddr(), content.text());
        } else {
            inbox.message(new Incoming(
                    settings.name(), national(message.getSourceAddr()), content.text(), content.segment()));
        }
    }

    private void receipt(AbstractSmCommand message, String number, String text) {
        Optional<String> id = Optional.ofNullable(
                        message.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .or(() -> Receipts.id(text));
        Outcome outcome = Optional.ofNullable(message.getOptionalParameter(OptionalParameter.Message_state.class))
                .map(state -> Receipts.outcome(state.getValue()))
                .or(() -> Receipts.outcome(text))
                .orElse(Outcome.PENDING);
        id.ifPresentOrElse(
                known -> inbox.receipt(new Receipt(
                        settings.name(), MessageIds.answered(known, settings.receiptIds()), national(number), outcome)),
                () -> LOG.warn("{} delivered a receipt that names no message", settings.name()));
    }

    /** As it stands in the roster. */
    private String national(String number) {
        String code = settings.countryCode();
        String bare = number.startsWith("+") ? number.substring(1) : number;
        return !code.isEmpty() && bare.startsWith(code) ? bare.substring(code.length()) : number;
    }
}
