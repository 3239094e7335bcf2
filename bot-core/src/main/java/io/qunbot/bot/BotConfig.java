package io.qunbot.bot;

import io.qunbot.bot.archive.media.MediaConfig;
import io.qunbot.bot.desk.BriefTimes;
import io.qunbot.bot.model.ModelConfig;
import io.qunbot.bot.publish.History;
import io.qunbot.dispatch.Settings;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Secret;
import io.qunbot.yaml.Shorthand;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/bot.yaml}. */
@Doc(zh = "机器人的配置", en = "the bot's configuration")
@FileKind(value = "bot", files = "config/bot.yaml")
public record BotConfig(
        @Doc(zh = "HTTP 服务", en = "the HTTP server") Optional<ServerConfig> server,
        @Doc(zh = "数据目录,相对于 home", en = "the data folder, relative to the home") @Default("data") String data,
        @Doc(zh = "通道:回调地址是 /wecom/<名字>", en = "channels; the callback address is /wecom/<name>") Map<String, ChannelConfig> channels,
        @Doc(zh = "消息超过这个时间就只记录、不回答", en = "older events are recorded, not answered") @Default("10m") Duration fresh,
        @Doc(zh = "回调等回答等多久,到时先回空包", en = "how long a callback waits for its answer") @Default("2s") Duration passive,
        @Doc(zh = "没被取走的回答等重投等多久,再改由主动发送", en = "how long an answer nobody fetched waits for a redelivery") @Default("30s") Duration redelivery,
        @Doc(zh = "插件的时限与隔离", en = "limits of plugins") Optional<StagesConfig> stages,
        @Doc(zh = "把文字变成向量的外部模型,问答多一个看法,默认没有", en = "a model outside that makes vectors, a second opinion for the catalogue; none by default") Optional<ModelConfig> embedder,
        @Doc(zh = "拿不准时评判是哪个问题的外部模型,默认没有", en = "a model outside that judges which question was meant; none by default") Optional<ModelConfig> judge,
        @Doc(zh = "规则文件改了怎样生效", en = "how changed rule files take effect") @Default("watch") ReloadMode reload,
        @Doc(zh = "规则有错误时告诉哪些同事,写账号", en = "the accounts of the colleagues who are told of mistakes in the rules") List<String> admins,
        @Doc(zh = "规则的历史版本", en = "earlier versions of the rules") Optional<HistoryConfig> history,
        @Doc(zh = "为什么说、为什么没说,记多久、最多多少条", en = "for how long it is known why the bot spoke or did not") Optional<TracesConfig> traces,
        @Default("start, 14:00") @Doc(zh = "同事的待办什么时候发给他们", en = "when colleagues get the list of what waits for them") DeskConfig desk,
        @Default("10GB") @Doc(zh = "会话存档的图片、视频、文件一共占多少地方", en = "how much room the archive's pictures, films and files may have") MediaConfig media,
        @Doc(zh = "别的系统可以调用的地址,默认没有", en = "addresses that other programs may call; none by default") Optional<HooksConfig> hooks,
        @Doc(zh = "获客渠道和花费:进群活码的 state 和一共花了多少", en = "where customers come from, and what it cost: the state of the join way and a sum") List<SourceCost> sources) {

    public BotConfig {
        sources = List.copyOf(sources);
    }

    /** What other programs may call. */
    @Doc(zh = "别的系统可以调用的地址", en = "addresses that other programs may call")
    public record HooksConfig(
            @Doc(zh = "POST /hooks/deal:成交了没有", en = "POST /hooks/deal: how it ended with a customer") Optional<DealConfig> deal) {}

    /** Who may say how it ended with a customer. */
    @Doc(zh = "成交通知", en = "how deals are told")
    public record DealConfig(
            @Doc(zh = "签名用的密钥,至少 16 个字符", en = "the key of the signature, 16 characters at least") Secret secret) {

        private static final int SHORTEST = 16;

        public DealConfig {
            if (!secret.isEmpty() && secret.reveal().length() < SHORTEST) {
                throw new Mistake(new Words("secret 至少 16 个字符", "secret has 16 characters at least"),
                        new Words("例如用 openssl rand -hex 32 生成", "for instance by openssl rand -hex 32"));
            }
        }
    }

    /** What a source of customers cost. */
    @Doc(zh = "一个获客渠道", en = "a source of customers")
    public record SourceCost(
            @Doc(zh = "进群活码的 state", en = "the state of the join way") String state,
            @Default("0") @Doc(zh = "一共花了多少", en = "what it cost in all") int cost) {}

    /** When colleagues get the list of what waits for them. */
    @Shorthand("at")
    @Doc(zh = "每位同事的待办:没有要处理的就不发,hours 以外只发急的", en = "the list of each colleague: none when there is nothing to do, and only what is urgent outside of hours")
    public record DeskConfig(
            @Default("start, 14:00") @Doc(zh = "几点发;start 是上班的时候,off 不发", en = "at what times; start is when hours begin, off for never") List<BriefTimes> at,
            @Default("5") @Doc(zh = "列出最要紧的几件,最多 6", en = "how many of the most pressing are listed, 6 at most") int most) {

        private static final int FACTS_OF_A_CARD = 6;

        public DeskConfig {
            at = List.copyOf(at);
            atLeast(1, most, "most");
            if (most > FACTS_OF_A_CARD) {
                throw new Mistake(new Words("most 最多是 6", "most is at most 6"), Words.NONE);
            }
        }
    }

    /** For how long it is known why the bot spoke or kept quiet. */
    @Doc(zh = "为什么说、为什么没说,记多久、最多多少条", en = "for how long it is known why the bot spoke or did not")
    public record TracesConfig(
            @Doc(zh = "记多久", en = "for how long") @Default("7d") Duration keep,
            @Doc(zh = "最多多少条,多了先去掉平淡的;0 不记", en = "at most so many, the dull ones go first; 0 for none") @Default("50000") int most) {

        public TracesConfig {
            atLeast(0, most, "most");
        }

        Settings.Traces limits() {
            return new Settings.Traces(keep, most);
        }
    }

    /** How changed rule files take effect. */
    public enum ReloadMode {
        @Doc(zh = "保存后自己生效", en = "by themselves once they are saved")
        WATCH,
        @Doc(zh = "用 reload 命令生效", en = "with the command reload")
        MANUAL
    }

    /** How far back the rules can be taken. */
    @Doc(zh = "规则的历史版本", en = "earlier versions of the rules")
    public record HistoryConfig(
            @Doc(zh = "保留多少个版本", en = "how many versions are kept") @Default("200") int keep) {

        public HistoryConfig {
            atLeast(1, keep, "keep");
        }
    }

    /** How many versions of the rules are kept. */
    public int versions() {
        return history.map(HistoryConfig::keep).orElse(History.USUAL);
    }

    /** Where the server listens. */
    @Doc(zh = "HTTP 服务", en = "the HTTP server")
    public record ServerConfig(
            @Doc(zh = "监听地址", en = "address to listen on") @Default("127.0.0.1") String bind,
            @Doc(zh = "端口,0 表示任选一个", en = "port, 0 for any") @Default("8080") int port,
            @Doc(zh = "同时打开的连接数上限", en = "most open connections") @Default("8192") int connections,
            @Doc(zh = "收消息的线程数,0 表示按处理器数", en = "event loops, 0 for as many as fit") @Default("0") int loops,
            @Doc(zh = "允许其他机器读 /healthz 和 /metrics", en = "lets other machines read /healthz and /metrics") @Default("false") boolean open) {

        private static final int LAST_PORT = 65_535;

        static final ServerConfig DEFAULT = new ServerConfig("127.0.0.1", 8080, 8192, 0, false);

        public ServerConfig {
            if (!isPort(port)) {
                throw new Mistake(new Words("没有 " + port + " 这个端口", "there is no port " + port),
                        new Words("端口从 1 到 65535;写 0 就任选一个", "ports are 1 to 65535; 0 takes any"));
            }
            atLeast(1, connections, "connections");
            atLeast(0, loops, "loops");
        }

        /** Whether a server can be told to listen there; 0 means anywhere. */
        public static boolean isPort(int port) {
            return port >= 0 && port <= LAST_PORT;
        }
    }

    /** How long stages may take, and when a plugin that fails is put out. */
    @Doc(zh = "插件的时限与隔离", en = "limits of plugins")
    public record StagesConfig(
            @Doc(zh = "运行规则的线程数", en = "threads that run rules") @Default("16") int threads,
            @Doc(zh = "一个插件处理一条消息的时限", en = "how long a stage may take") @Default("3s") Duration deadline,
            @Doc(zh = "在 within 之内失败几次就隔离", en = "so many failures within 'within' put a plugin out") @Default("5") int failures,
            @Doc(zh = "数失败的时间段", en = "the time in which failures are counted") @Default("10m") Duration within,
            @Doc(zh = "隔离多久", en = "how long it stays out") @Default("10m") Duration pause) {

        static final StagesConfig DEFAULT = new StagesConfig(16, Duration.ofSeconds(3), 5, Duration.ofMinutes(10),
                Duration.ofMinutes(10));

        public StagesConfig {
            atLeast(1, threads, "threads");
            atLeast(1, failures, "failures");
            if (deadline.isZero()) {
                throw new Mistake(new Words("deadline 不能是 0", "deadline cannot be 0"),
                        new Words("例如 deadline: 3s", "for instance deadline: 3s"));
            }
        }
    }

    private static void atLeast(int least, int value, String field) {
        if (value < least) {
            throw new Mistake(new Words(field + " 至少是 " + least, field + " is at least " + least), Words.NONE);
        }
    }

    /** How the dispatcher behaves with it. */
    Settings dispatching() {
        StagesConfig limits = stagesOrDefault();
        return new Settings(limits.threads(), limits.deadline(), passive, fresh, redelivery, Settings.DEFAULT.most(),
                traces.map(TracesConfig::limits).orElse(Settings.Traces.DEFAULT));
    }

    /** The server as configured, or as it is by default. */
    public ServerConfig serverOrDefault() {
        return server.orElse(ServerConfig.DEFAULT);
    }

    /** The limits as configured, or as they are by default. */
    public StagesConfig stagesOrDefault() {
        return stages.orElse(StagesConfig.DEFAULT);
    }

    /** Whether a channel lets the bot speak without being asked. */
    public boolean canSpeakFirst(String channel) {
        ChannelConfig settings = channels.get(channel);
        return settings != null && (settings.isLine() || (settings.kind() == ChannelConfig.Kind.ROBOT
                && settings.webhook().filter(webhook -> !webhook.value().isEmpty()).isPresent()));
    }
}
