package wrenchline.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "接 4827",
                "接4827",
                "接单4827",
                "接單 4827",
                "接　４８２７",
                "接\u200b4827",
                "JIE 4827",
                "jie4827",
                "ＪＩＥ　４８２７",
                "1️⃣ 4827",
                "① 4827",
                "👍接 4827",
                "接 4827 👍",
                "接：4827！！",
                "接 4827,马上到",
                "接 4827 5391",
                "好的,接4827",
                "收到 接 4827",
                "4827 接",
                "4827接单",
                "#4827:1",
                "接 编码 4827",
                "accept code 4827",
                "Ok. 4827"
            })
    void takes_the_ticket_of_the_code(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Accept("4827"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "拒 4827 生病",
                "拒4827生病",
                "拒絕:4827,生病",
                "不接 4827 生病",
                "2 4827 生病",
                "24827 生病",
                "JU 4827 生病",
                "4827 拒 生病"
            })
    void refuses_with_its_reason(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Refuse("4827", "生病"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"到 4827", "到了4827", "已到达 4827", "到達。4827", "Arrived 4827", "dao 4827"})
    void has_arrived(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Arrived("4827"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"完 4827 皮带", "完4827皮带", "完成 4827,皮带", "已完成4827 皮带", "4827 完 皮带"})
    void is_done_with_the_part_that_was_at_fault(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Finished("4827", "皮带"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP", "Stop!", " ＳＴＯＰ ", "退订", "退訂", "【退订】", "TD", "t"})
    void wants_no_more_messages(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "１", "1。", "接", "收到,接", "1️⃣", "jie"})
    void takes_whatever_waits(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Accept(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "👍", "4827", "1827", "１８２７。", "123456", "收到", "接收", "你好", "stop 4827", "我在路上"})
    void says_nothing_that_could_be_done(String text) {
        assertThat(Reply.parse(text)).isEqualTo(new Reply.Unreadable());
    }

    @Test
    void a_code_that_begins_with_the_digit_of_an_answer_is_one_code_before_its_word() {
        assertThat(Reply.parse("1827 拒")).isEqualTo(new Reply.Refuse("1827", ""));
        assertThat(Reply.parse("2827 接")).isEqualTo(new Reply.Accept("2827"));
    }

    @Test
    void a_false_alarm_is_told_by_its_code_in_english_too() {
        assertThat(Reply.parse("False alarm 4827")).isEqualTo(new Reply.FalseAlarm("4827"));
    }

    @Test
    void a_number_of_another_length_is_a_wrong_code_and_not_none() {
        assertThat(Reply.parse("接 48271")).isEqualTo(new Reply.Accept("48271"));
    }

    @Test
    void all_codes_of_a_message_are_found() {
        assertThat(Reply.codes("接4827,拒５３９１ 13900000001 123456")).containsExactly("4827", "5391", "123456");
    }
}
