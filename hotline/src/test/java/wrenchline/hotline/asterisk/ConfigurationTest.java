package wrenchline.hotline.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void every_placeholder_must_have_a_value() {
        assertThat(RunFolder.fill("port=@AMI_PORT@", Map.of("AMI_PORT", "5038")))
                .isEqualTo("port=5038");
        assertThat(RunFolder.fill("secret=@S@", Map.of("S", "$1\\"))).isEqualTo("secret=$1\\");
        assertThat(RunFolder.fill("secret=@S@", Map.of("S", "a;b"))).isEqualTo("secret=a\\;b");
        assertThatThrownBy(() -> RunFolder.fill("@NOBODY@", Map.of())).hasMessageContaining("@NOBODY@");
    }

    @Test
    void only_plain_numbers_get_a_telephone() {
        String configuration = Telephones.configuration(List.of("13900000000", "hotline]\n[x", "", "1"));
        assertThat(configuration).contains("[13900000000](telephone)").doesNotContain("hotline");
        assertThat(configuration.lines().filter(line -> line.startsWith("["))).hasSize(3);
    }

    @Test
    void a_line_break_cannot_smuggle_another_action_in() {
        assertThatThrownBy(() -> AmiMessage.write(Map.of("Action", "Ping\r\nAction: Originate")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_keeps_the_first_value_of_a_name() throws IOException {
        var reader =
                new BufferedReader(new StringReader("Response: Success\r\nA: 1\r\nA: 2\r\n\r\nEvent: Next\r\n\r\n"));
        AmiMessage message = AmiMessage.read(reader);
        assertThat(message.isSuccess()).isTrue();
        assertThat(message.get("A")).isEqualTo("1");
        assertThat(AmiMessage.read(reader).get("Event")).isEqualTo("Next");
        assertThatThrownBy(() -> AmiMessage.read(reader)).isInstanceOf(IOException.class);
    }
}
