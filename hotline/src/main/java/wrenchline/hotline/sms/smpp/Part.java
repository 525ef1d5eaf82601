package wrenchline.hotline.sms.smpp;

import java.util.List;
import org.jsmpp.bean.OptionalParameter;

/** What goes into one {@code submit_sm}. */
final class Part {

    private final byte esmClass;
    private final byte dataCoding;
    private final byte[] content;
    private final List<OptionalParameter> parameters;

    /**
     * @param esmClass bit 6 says that the content begins with a header
     * @param content empty when the text goes as a parameter
     */
    Part(int esmClass, byte dataCoding, byte[] content, OptionalParameter... parameters) {
        this.esmClass = (byte) esmClass;
        this.dataCoding = dataCoding;
        this.content = content.clone();
        this.parameters = List.of(parameters);
    }

    byte esmClass() {
        return esmClass;
    }

    byte dataCoding() {
        return dataCoding;
    }

    byte[] content() {
        return content.clone();
    }

    OptionalParameter[] parameters() {
        return parameters.toArray(OptionalParameter[]::new);
    }
}
