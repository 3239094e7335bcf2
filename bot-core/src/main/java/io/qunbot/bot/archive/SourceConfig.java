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

    /** A puller elsewhere, which is asked for pages or posts them. */
    @Doc(zh = "别处的拉取程序:去问它 (url),或者它来送 (listen)", en = "a puller elsewhere, which is asked (url) or posts (listen)")
    public record HttpSource(
            @Doc(zh = "它的地址,会加上 seq= 和 limit=", en = "its address, to which seq= and limit= are added") Optional<Located<String>> url,
            @Doc(zh = "它把页 POST 到机器人的这个路径,例如 /archive/main", en = "the path of the bot that it posts pages to, such as /archive/main") Optional<Located<String>> listen,
            @Doc(zh = "放在 Authorization: Bearer 里的令牌;listen 一定要", en = "the token, shown as Authorization: Bearer; listen needs one") Optional<Secret> token,
            @Doc(zh = "图片和文件的地址,会加上 sdkfileid= 和 indexbuf=", en = "the address of media, to which sdkfileid= and indexbuf= are added") Optional<Located<String>> media) {

        private static final String PATH = "/archive/[A-Za-z0-9_-]{1,60}";
        private static final int SHORTEST = 16;

        public HttpSource {
            if (url.isPresent() == listen.isPresent()) {
                throw new Mistake(new Words("http 要在 url 和 listen 里写正好一个", "http takes exactly one of url and listen"),
                        new Words("url 是机器人去问,listen 是别处送来", "with url the bot asks, with listen others post"));
            }
            if (listen.filter(path -> !path.value().matches(PATH)).isPresent()) {
                throw new Mistake(new Words("listen 要写成 /archive/名字", "listen is /archive/ and a name"),
                        new Words("例如 listen: /archive/main", "for instance listen: /archive/main"));
            }
            if (listen.isPresent() && token.map(Secret::reveal).orElse("").length() < SHORTEST) {
                throw new Mistake(new Words("listen 要有至少 " + SHORTEST + " 个字符的 token,不然谁都能往存档里写",
                        "listen needs a token of " + SHORTEST
                                + " characters or more: whoever knows it writes into the archive"),
                        new Words("例如 token: ${ARCHIVE_TOKEN}", "for instance token: ${ARCHIVE_TOKEN}"));
            }
        }

        Place place() {
            return url.or(() -> listen).orElseThrow().place();
        }
    }

    /** The SDK, which is not ours to ship. */
    @Doc(zh = "企业微信的会话存档 SDK", en = "Tencent's finance SDK")
    public record NativeSource(
            @Doc(zh = "libWeWorkFinanceSdk_Java.so 的路径", en = "the path of libWeWorkFinanceSdk_Java.so") Located<String> library,
            @Doc(zh = "代理,例如 http://10.0.0.1:3128", en = "a proxy, such as http://10.0.0.1:3128") Optional<String> proxy) {}

    /** Where it is written. */
    public Optional<Place> place() {
        return file.map(Located::place).or(() -> http.map(HttpSource::place))
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
