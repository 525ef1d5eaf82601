package wrenchline.gateway.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static wrenchline.gateway.sparkplug.Payloads.alias;
import static wrenchline.gateway.sparkplug.Payloads.at;
import static wrenchline.gateway.sparkplug.Payloads.large;
import static wrenchline.gateway.sparkplug.Payloads.message;
import static wrenchline.gateway.sparkplug.Payloads.metric;
import static wrenchline.gateway.sparkplug.Payloads.name;
import static wrenchline.gateway.sparkplug.Payloads.payload;
import static wrenchline.gateway.sparkplug.Payloads.real;
import static wrenchline.gateway.sparkplug.Payloads.single;
import static wrenchline.gateway.sparkplug.Payloads.text;
import static wrenchline.gateway.sparkplug.Payloads.truth;
import static wrenchline.gateway.sparkplug.Payloads.type;
import static wrenchline.gateway.sparkplug.Payloads.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrenchline.gateway.sparkplug.DataType.Meaning;

class PayloadReaderTest {

    @ParameterizedTest
    @MethodSource("values")
    void each_type_means_what_the_specification_says(int datatype, Payloads.Fields value, Meaning meaning)
            throws IOException {
        Payload read = PayloadReader.read(payload(7, 0, metric(name("a"), type(datatype), value)));
        Metric metric = read.metrics().getFirst();
        assertThat(DataType.of(metric.datatype(), metric.value())).isEqualTo(meaning);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(1, whole(-5), measured(-5)),
                arguments(1, whole(0xfb), measured(-5)),
                arguments(2, whole(-300), measured(-300)),
                arguments(2, whole(0xfed4), measured(-300)),
                arguments(3, whole(Integer.MIN_VALUE), measured(Integer.MIN_VALUE)),
                arguments(4, large(-9_000_000_000L), measured(-9e9)),
                arguments(5, whole(200), measured(200)),
                arguments(6, whole(65_000), measured(65_000)),
                arguments(7, whole(-1), measured(4_294_967_295.0)),
                arguments(7, large(4_294_967_295L), measured(4_294_967_295.0)),
                arguments(8, large(-1), measured(0x1p64)),
                arguments(9, single(21.6f), measured(21.6)),
                arguments(10, real(-0.125), measured(-0.125)),
                arguments(11, truth(true), measured(1)),
                arguments(11, truth(false), measured(0)),
                arguments(12, text("ä\"\0"), new Meaning.Told("\"ä\\\"\uFFFD\"")),
                arguments(13, large(1_772_352_000_000L), new Meaning.Told("\"2026-03-01T08:00:00Z\"")),
                arguments(14, text("long"), new Meaning.Told("\"long\"")),
                arguments(15, text("b6f2"), new Meaning.Told("\"b6f2\"")),
                arguments(17, (Payloads.Fields) out -> out.writeByteArray(16, new byte[] {1}), new Meaning.Nothing()),
                arguments(16, (Payloads.Fields) out -> out.writeByteArray(17, new byte[0]), new Meaning.Nothing()),
                arguments(19, (Payloads.Fields) out -> out.writeByteArray(18, new byte[0]), new Meaning.Nothing()));
    }

    @Test
    void what_a_host_needs_is_read_and_unknown_fields_are_skipped() throws IOException {
        Payload read = PayloadReader.read(message(
                out -> out.writeString(77, "of a later version"),
                out -> out.writeRawBytes(payload(
                        1_772_352_000_000L,
                        255,
                        metric(
                                out2 -> out2.writeString(8, "metadata"),
                                alias(3),
                                at(17),
                                type(9),
                                Payloads.quality(500),
                                single(1)),
                        Payloads.bdSeq(4)))));
        assertThat(read.timestamp()).isEqualTo(1_772_352_000_000L);
        assertThat(read.seq()).isEqualTo(255);
        assertThat(read.bdSeq()).hasValue(4);
        assertThat(read.metrics().getFirst()).isEqualTo(new Metric("", 3, 17, 9, false, 500, new Value.Real(1)));
        assertThat(read.metrics().getFirst().isGood()).isFalse();
    }

    @Test
    void what_is_left_out_is_told_from_zero() throws IOException {
        Payload read = PayloadReader.read(message(out -> out.writeByteArray(2, message())));
        assertThat(read.timestamp()).isEqualTo(Payload.NONE);
        assertThat(read.seq()).isEqualTo(Payload.NONE);
        assertThat(read.metrics().getFirst().alias()).isEqualTo(Payload.NONE);
        assertThat(read.metrics().getFirst().isGood()).isFalse();
        assertThat(PayloadReader.read(payload(0, 0, metric(alias(0), whole(0))))
                        .metrics()
                        .getFirst()
                        .alias())
                .isZero();
    }

    @Test
    void a_payload_may_be_compressed_both_ways_and_is_inflated_no_further_than_allowed() throws IOException {
        byte[] inner = payload(7, 3, metric(name("a"), type(3), whole(1)));
        for (Payload outer : new Payload[] {deflated(inner), gzipped(inner)}) {
            assertThat(Compression.inner(outer, 1000).seq()).isEqualTo(3);
            assertThat(Compression.inner(outer, 1000).metrics()).hasSize(1);
        }
        assertThatThrownBy(() -> Compression.inner(deflated(new byte[1_000_000]), 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than the 1000 bytes");
        assertThatThrownBy(() -> Compression.inner(
                        PayloadReader.read(message(
                                out -> out.writeString(4, "SPBV1.0_COMPRESSED"),
                                out -> out.writeByteArray(5, new byte[] {1, 2, 3}))),
                        1000))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatever_comes_is_read_or_refused() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_302);
        byte[] whole = payload(
                7,
                3,
                metric(name("a"), type(3), whole(1)),
                metric(alias(4), Payloads.quality(0), text("b")),
                Payloads.bdSeq(1));
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] mangled = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            for (int change = random.nextInt(4); change > 0; change--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt();
            }
            try {
                for (Metric metric : PayloadReader.read(mangled).metrics()) {
                    DataType.of(metric.datatype(), metric.value());
                }
                read++;
            } catch (IOException expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
        assertThat(read).isPositive();
    }

    private static Meaning measured(double value) {
        return new Meaning.Measured(value);
    }

    private static Payload deflated(byte[] inner) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return compressed(new DeflaterOutputStream(body), body, inner, "DEFLATE");
    }

    private static Payload gzipped(byte[] inner) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return compressed(new GZIPOutputStream(body), body, inner, "GZIP");
    }

    private static Payload compressed(
            OutputStream compressing, ByteArrayOutputStream body, byte[] inner, String algorithm) throws IOException {
        try (compressing) {
            compressing.write(inner);
        }
        return PayloadReader.read(message(
                out -> out.writeByteArray(2, message(name("algorithm"), text(algorithm))),
                out -> out.writeString(4, "SPBV1.0_COMPRESSED"),
                out -> out.writeByteArray(5, body.toByteArray())));
    }
}
