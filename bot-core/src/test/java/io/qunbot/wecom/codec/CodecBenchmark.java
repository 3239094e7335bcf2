package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.wecom.codec.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a callback of about 936 bytes costs; run its main method, it is no test. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final Crypt crypt = new Crypt(
            new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "ww1"), Duration.ofMinutes(10));
    private final WecomCodec codec = new WecomCodec("kf", ChannelKind.APP, crypt);
    private final WecomDecoder decoder = new WecomDecoder(ChannelKind.APP);
    private final ReplyForm form = new ReplyForm.AppText("lilei", "ww1");
    private final byte[] payload = payload();
    private final Sealed sealed = crypt.seal(payload, "1800000000", "1372623149");
    private final byte[] body = Envelope.of(sealed, false);
    private final String query = "msg_signature=" + sealed.signature() + "&timestamp=1800000000&nonce=1372623149";

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(CodecBenchmark.class.getSimpleName()).build()).run();
    }

    private static byte[] payload() {
        String content = "发票怎么开?".repeat(14);
        return ("<xml><ToUserName><![CDATA[ww6a112864f8022910]]></ToUserName>"
                + "<FromUserName><![CDATA[lilei]]></FromUserName><CreateTime>1800000000</CreateTime>"
                + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + content + "]]></Content>"
                + "<MsgId>7123456789012345678</MsgId><AgentID>1000002</AgentID></xml>").getBytes(UTF_8);
    }

    @Benchmark
    public Received receive() {
        return codec.receive(query, body, NOW);
    }

    @Benchmark
    public Opened open() {
        return crypt.open(sealed, NOW);
    }

    @Benchmark
    public Object decode() {
        return decoder.decode("kf", payload, NOW);
    }

    @Benchmark
    public Optional<Node> envelope() {
        return Node.read(body);
    }

    @Benchmark
    public byte[] answer() {
        return codec.answer(form, "发票在「我的-订单-开票」申请,1 个工作日内开出。", NOW);
    }

    @Benchmark
    public Sealed seal() {
        return crypt.seal(payload, "1800000000", "1372623149");
    }
}
