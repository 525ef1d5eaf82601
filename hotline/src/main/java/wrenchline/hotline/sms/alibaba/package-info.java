/**
 * Alibaba Cloud SMS (阿里云短信服务). May import {@code core}, {@code config}, {@code hotline.sms}, {@code hotline.sms.http} and Jackson.
 */
@NullMarked
package wrenchline.hotline.sms.alibaba;

import org.jspecify.annotations.NullMarked;
