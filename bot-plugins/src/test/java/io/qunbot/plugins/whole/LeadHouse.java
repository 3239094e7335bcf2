package io.qunbot.plugins.whole;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.Offline;
import io.qunbot.bot.PluginLoader;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.Received;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A running bot of a company that sells, whose clock can be put forward; all of it talks over sockets. */
final class LeadHouse implements AutoCloseable {

    static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String CALLBACK = "token: QDG6eK, aesKey: " + AES_KEY;
    private static final String SEND = "/cgi-bin/message/send";
    private static final String UPDATE = "/cgi-bin/message/update_template_card";

    private final AtomicReference<Duration> ahead;
    private final InstantSource clock;
    final WecomStandIn wecom;
    private final AtomicInteger messages = new AtomicInteger();
    private final Home home;
    private final BotConfig config;
    private DataFolder folder;
    private Bot bot;
    /** What WeCom got twice because it was slow to answer is the same message. */
    private final Set<JsonObject> read = new HashSet<>();
    private boolean stopped;

    /** @param begin the time at which it begins */
    LeadHouse(Path root, Instant begin, String nurture, String conversion) throws IOException {
        ahead = new AtomicReference<>(Duration.between(InstantSource.system().instant(), begin));
        clock = () -> InstantSource.system().instant().plus(ahead.get());
        wecom = WecomStandIn.start(clock).app("ww1", "s3cret", 7);
        home = new Home(root);
        Files.createDirectories(home.rules());
        Files.createDirectories(home.config().getParent());
        Files.writeString(home.config(), """
                server: { bind: 127.0.0.1, port: 0 }
                hooks: { deal: { secret: %s } }
                channels:
                  assistant: { kind: wecom-aibot, %s }
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", %2$s }
                """.formatted(SECRET, CALLBACK, wecom.address()));
        Files.writeString(home.rules().resolve("nurture.yaml"), nurture);
        Files.writeString(home.rules().resolve("conversion.yaml"), conversion);
        joined("");
        config = new ConfigReader(_ -> Optional.empty()).read(home, new Problems()).orElseThrow();
        folder = DataFolder.take(home.data("data"));
        bot = bot();
    }

    private Bot bot() throws IOException {
        return Bot.start(new Bot.Parts(home, config, folder,
                CompletableFuture.completedFuture(PluginLoader.load(home.plugins())), 0, clock));
    }

    /** Once its data was asked. */
    void restarts() throws IOException {
        folder = DataFolder.take(home.data("data"));
        bot = bot();
        stopped = false;
    }

    void waits(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** The members of the customer group in which customers try things out, as WeCom lists them. */
    private void joined(String members) {
        wecom.group(JsonParser.parseString("{\"chat_id\":\"wrTrial\",\"name\":\"试用群\",\"owner\":\"zhou.min\","
                + "\"member_version\":\"v" + messages.incrementAndGet() + "\",\"member_list\":[" + members + "]}")
                .getAsJsonObject());
    }

    /** Somebody joins that group by a QR code. */
    void joins(String member, String state) throws IOException, InterruptedException {
        long now = clock.instant().getEpochSecond();
        joined("{\"userid\":\"%s\",\"type\":2,\"join_time\":%d,\"join_scene\":3,\"state\":\"%s\",\"name\":\"李雷\"}"
                .formatted(member, now, state));
        call("<FromUserName>sys</FromUserName><Event>change_external_chat</Event><ChatId>wrTrial</ChatId>"
                + "<ChangeType>update</ChangeType><UpdateDetail>add_member</UpdateDetail><MemChangeCnt>1</MemChangeCnt>"
                + "<MemChangeList><Item>" + member + "</Item></MemChangeList>");
    }

    void says(String group, String member, String text) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT, new Credentials("QDG6eK", AES_KEY, ""),
                clock)) {
            caller.say(new Saying(group, member, "@小助手 " + text, "m" + messages.incrementAndGet(), clock.instant()));
        }
    }

    /** A colleague presses a button of a card. */
    void presses(String colleague, String key, JsonObject card) throws IOException, InterruptedException {
        String code = "code-" + messages.incrementAndGet();
        wecom.clicked(code);
        call("<FromUserName>" + colleague + "</FromUserName><Event>template_card_event</Event><EventKey>" + key
                + "</EventKey><TaskId>" + card.get("task_id").getAsString() + "</TaskId><CardType>button_interaction"
                + "</CardType><ResponseCode>" + code + "</ResponseCode><AgentID>7</AgentID>");
    }

    private void call(String event) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/app");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.APP, new Credentials("QDG6eK", AES_KEY, "ww1"),
                clock)) {
            caller.send(caller.call("<xml><ToUserName>ww1</ToUserName><CreateTime>" + clock.instant().getEpochSecond()
                    + "</CreateTime><MsgType>event</MsgType>" + event + "</xml>"));
        }
    }

    /** Another program says how it ended. @return the status of its answer */
    int deals(String body, String secret) throws IOException, InterruptedException, GeneralSecurityException {
        String time = String.valueOf(clock.instant().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of()
                .formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/hooks/deal"))
                .header("X-Qunbot-Timestamp", time).header("X-Qunbot-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    /** The next that a colleague gets with these words in it, now or later. */
    JsonObject gets(String colleague, String text) {
        return next(SEND, seen -> seen.get("touser").getAsString().equals(colleague)
                && seen.toString().contains(text));
    }

    /** The next card of a lead that a colleague gets. */
    JsonObject card(String colleague) {
        return gets(colleague, "template_card").getAsJsonObject("template_card");
    }

    /** What the next card says after it was pressed. */
    String settled() {
        return next(UPDATE, _ -> true).getAsJsonObject("button").get("replace_name").getAsString();
    }

    /** The next of what comes to WeCom, each once. */
    JsonObject next(String path, Predicate<JsonObject> wanted) {
        while (true) { // the time limit of the test ends it
            Optional<JsonObject> found = wecom.received(path).stream().map(Received::json)
                    .filter(each -> !read.contains(each) && wanted.test(each)).findFirst();
            if (found.isPresent()) {
                read.add(found.get());
                return found.get();
            }
            Thread.onSpinWait();
        }
    }

    int cards() {
        return (int) wecom.received(SEND).stream().map(Received::json).filter(each -> each.has("template_card"))
                .distinct().count();
    }

    /** Stops the bot and asks its data. */
    <T> T afterwards(Function<Offline, T> question) throws IOException {
        stop();
        return Offline.in(home.data("data"), question);
    }

    private void stop() throws IOException {
        if (!stopped) {
            stopped = true;
            bot.close();
            folder.close();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        wecom.close();
    }
}
