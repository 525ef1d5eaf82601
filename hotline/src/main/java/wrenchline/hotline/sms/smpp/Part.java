package wrenchline.hotline.sms.smpp;

import org.jsmpp.bean.OptionalParameter;

/**
 * What goes into one {@code submit_sm}.
 *
 * @param esmClass bit 6 says that the content begins with a header
 * @param content empty when the text goes as a parameter
 */
record Part(byte esmClass, byte dataCoding, byte[] content, OptionalParameter... parameters) {}
