package io.qunbot.bot.archive;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the messages of a session archive come from: one of three. */
@Doc(zh = "会话存档的消息从哪里来,三选一", en = "where the archive's messages come from: one of the three")
public record SourceConfig(
        @Doc(zh = "文件,一行一条 {\"seq\":N,\"message\":{…}};文件名里可以用 *", en = "files, a message a line: {\"seq\":N,\"message\":{…}}; the name may hold *") Optional<Located<String>> file,
        @Doc(zh = "别处的拉取程序", en = "a puller elsewhere") Optional<HttpSource> http,
        @Key("native") @Doc(zh = "企业微信的会话存档 SDK,由单独的进程加载", en = "Tencent's finance SDK, loaded by a process of its own") Optional<NativeSource> sdk,
        @Doc(zh = "没有通知时多久看一次", en = "how often to look when nobody says that there is something") @Default("15s") Duration every) {

    /** A puller elsewhere. */
    @Doc(zh = "别处的拉取程序", en = "a puller elsewhere")
    public record HttpSource(
            @Doc(zh = "地址,会加上 seq= 和 limit=", en = "the address, to which seq= and limit= are added") Located<String> url,
            @Doc(zh = "放在 Authorization: Bearer 里的令牌", en = "the token, shown as Authorization: Bearer") Optional<Secret> token,
            @Doc(zh = "图片和文件的地址,会加上 sdkfileid= 和 indexbuf=", en = "the address of media, to which sdkfileid= and indexbuf= are added") Optional<Located<String>> media) {}

    /** The SDK, which is not ours to ship. */
    @Doc(zh = "企业微信的会话存档 SDK", en = "Tencent's finance SDK")
    public record NativeSource(
            @Doc(zh = "libWeWorkFinanceSdk_Java.so 的路径", en = "the path of libWeWorkFinanceSdk_Java.so") Located<String> library,
            @Doc(zh = "代理,例如 http://10.0.0.1:3128", en = "a proxy, such as http://10.0.0.1:3128") Optional<String> proxy) {}

    /** Where it is written. */
    public Optional<Place> place() {
        return file.map(Located::place).or(() -> http.map(source -> source.url().place()))
                .or(() -> sdk.map(source -> source.library().place()));
    }

    public SourceConfig {
        long ways = Stream.of(file, http, sdk).filter(Optional::isPresent).count();
        if (ways != 1) {
            throw new Mistake(
                    new Words("source 要在 file、http、native 里写正好一个", "source takes exactly one of file, http and native"),
                    new Words("例如 source: { file: \"in/*.jsonl\" }", "for instance source: { file: \"in/*.jsonl\" }"));
        }
    }
}
