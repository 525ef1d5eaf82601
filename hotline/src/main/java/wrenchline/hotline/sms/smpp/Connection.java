package wrenchline.hotline.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import wrenchline.config.SmsProvider;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.core.notice.Notice;

/** One bound session. */
record Connection(SmsProvider.Smpp settings, SMPPSession session) {

    /** The id that the SMSC gave. */
    String submit(Notice notice, Part part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        String number = PhoneNumber.normalise(notice.to());
        return session.submitShortMessage(
                        settings.serviceType(),
                        sourceType(),
                        NumberingPlanIndicator.ISDN,
                        settings.source(),
                        settings.countryCode().isEmpty() ? TypeOfNumber.UNKNOWN : TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        settings.countryCode() + number,
                        new ESMClass(part.esmClass()),
                        (byte) 0,
                        (byte) 1,
                        null,
                        validity(notice.kind().life()),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(part.dataCoding()),
                        (byte) 0,
                        part.content(),
                        part.parameters())
                .getMessageId();
    }

    MessageState query(String id)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.queryShortMessage(id, sourceType(), NumberingPlanIndicator.ISDN, settings.source())
                .getMessageState();
    }

    private TypeOfNumber sourceType() {
        String source = settings.source();
        if (source.isEmpty()) {
            return TypeOfNumber.UNKNOWN;
        }
        return source.chars().allMatch(Character::isDigit) ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC;
    }

    /** Relative, as SMPP 3.4 writes it in 7.1.1: the SMSC gives up when the message is of no use any more. */
    static String validity(Duration life) {
        return "0000%02d%02d%02d%02d000R"
                .formatted(life.toDays(), life.toHoursPart(), life.toMinutesPart(), life.toSecondsPart());
    }
}
