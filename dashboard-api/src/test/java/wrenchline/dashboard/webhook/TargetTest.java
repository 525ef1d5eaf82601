package wrenchline.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No webhook leads into somebody's inner network. */
class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1"
            })
    void inner_addresses_are_known(String address) throws UnknownHostException {
        assertThat(Target.isInner(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"})
    void public_addresses_are_let_through(String address) throws UnknownHostException {
        assertThat(Target.isInner(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/",
                "http://1.1.1.1/", "ftp://1.1.1.1/", "file:///etc/passwd", "https://user:pw@1.1.1.1/", "https:///x",
                "no url", "javascript:alert(1)"
            })
    void what_is_no_public_https_address_is_refused(String url) {
        assertThat(Target.of(url, false)).isInstanceOf(Target.Resolved.Refused.class);
    }

    @Test
    void the_own_network_is_reached_only_when_it_is_configured() {
        assertThat(Target.of("http://127.0.0.1:9/x?y=1", true)).isInstanceOfSatisfying(Target.Resolved.At.class, at -> {
            assertThat(at.target().path()).isEqualTo("/x?y=1");
            assertThat(at.target().port()).isEqualTo(9);
        });
    }
}
